/** Cells as spreadsheets take them. */

/** CSV with a byte-order mark (else Excel reads it as GBK), CRLF, quoted where needed. Values that a spreadsheet
 *  would read as a formula, or 16 and more digits that it would round, are written as text. */
export function toCsv(rows: string[][]): string {
  const cell = (value: string) => {
    const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
    const text = /^\d{16,}$/.test(safe) ? `="${safe}"` : safe
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Tab-separated cells for the clipboard. */
export const toTsv = (rows: string[][]): string =>
  rows.map((row) => row.map((value) => value.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
