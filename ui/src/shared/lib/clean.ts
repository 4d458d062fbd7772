/** What a clerk pastes, as it was meant. */

const FULL_WIDTH = /[\uFF01-\uFF5E]/g

/** Full-width letters, digits and signs to half-width; ideographic blanks to blanks. */
export function halfWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, ' ')
}

/** A code (USCC, VIN, plate, contract number): half-width, upper case, without blanks. */
export const cleanCode = (text: string): string => halfWidth(text).replace(/\s+/g, '').toUpperCase()

/** A number: half-width, without blanks and thousands separators; 。 typed for a point is a point. */
export const cleanNumber = (text: string): string =>
  halfWidth(text.replace(/[。．]/g, '.')).replace(/[\s,]/g, '')

/** A date as it is typed or pasted (`20260305`, `2026/3/5`, `2026年3月5日`) as `2026-03-05`, else cleaned. */
export function cleanDate(text: string): string {
  const plain = halfWidth(text).replace(/\s+/g, '')
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain)
  if (match === null) return plain
  return `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
}

/** Whether the text names a day of the calendar as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}
