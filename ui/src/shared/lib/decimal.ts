/** Scores as integers of hundredths: sums are exact, and a blank is never a zero. */

/** Reads `8`, `8.5`, `8.25` (at most two decimals) as hundredths; anything else is `null`. */
export function parseHundredths(text: string): number | null {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (match === null) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** `825` → `8.25`, `850` → `8.5`, `800` → `8`. */
export function formatHundredths(value: number): string {
  const whole = Math.trunc(value / 100)
  const rest = String(value % 100).padStart(2, '0')
  return rest === '00' ? String(whole) : `${whole}.${rest.replace(/0$/, '')}`
}

export type ScoreProblem = 'form' | 'range' | 'step'

/** What is wrong with a score's text; `null` for a good score and for a blank. */
export function scoreProblem(text: string, max: string, step: string): ScoreProblem | null {
  if (text === '') return null
  const value = parseHundredths(text)
  if (value === null) return 'form'
  if (value > (parseHundredths(max) ?? 0)) return 'range'
  const pitch = parseHundredths(step) ?? 0
  return pitch > 0 && value % pitch !== 0 ? 'step' : null
}

/** The next score up or down by the rubric's step, within 0 and the item's maximum. */
export function stepScore(text: string, direction: 1 | -1, max: string, step: string): string {
  const pitch = parseHundredths(step) ?? 0
  const top = parseHundredths(max) ?? 0
  const value = parseHundredths(text) ?? 0
  return formatHundredths(Math.min(top, Math.max(0, value + direction * pitch)))
}

/** The sum of the scores that are there and can be read. */
export function sumHundredths(texts: Iterable<string | undefined>): number {
  let sum = 0
  for (const text of texts) sum += text === undefined ? 0 : (parseHundredths(text) ?? 0)
  return sum
}
