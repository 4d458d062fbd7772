/** An amount or count for the eye: `1234567.5` → `1,234,567.5`. What is no number stays as it is. */
export function groupDigits(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (match === null) return text
  return `${match[1]}${match[2]!.replace(/\B(?=(\d{3})+$)/g, ',')}${match[3] ?? ''}`
}

/** An instant (RFC 3339, UTC) as office time, Asia/Shanghai: `2026-03-05 09:30:12`. */
export function officeTime(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`
}

/** Entry numbers as ranges: 12, 13, 14, 17 → `12–14, 17`. */
export function entryRanges(numbers: string[]): string {
  const sorted = numbers.map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const ranges: [bigint, bigint][] = []
  for (const n of sorted) {
    const last = ranges.at(-1)
    if (last !== undefined && n <= last[1] + 1n) last[1] = n
    else ranges.push([n, n])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
