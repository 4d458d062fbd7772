import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@/shared/lib/base64'
import { cleanCode, cleanDate, cleanNumber, isDate } from '@/shared/lib/clean'
import { toCsv, toTsv } from '@/shared/lib/csv'
import { entryRanges, groupDigits, officeTime } from '@/shared/lib/format'

describe('cleaning what is pasted', () => {
  it('reads full-width codes', () => expect(cleanCode(' ９１３４ ０２００ｍａ ')).toBe('91340200MA'))
  it('reads numbers with separators and a Chinese point', () => {
    expect(cleanNumber('１，２３４．５')).toBe('1234.5')
    expect(cleanNumber('8。5')).toBe('8.5')
  })
  it.each(['20260305', '2026/3/5', '2026.03.05', '2026年3月5日', '２０２６－３－５'])(
    'reads %s as a date',
    (text) => expect(cleanDate(text)).toBe('2026-03-05'),
  )
  it('leaves what is no date', () => expect(cleanDate('下周三')).toBe('下周三'))
  it('knows the days of the calendar', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDate)).toBe(true)
    expect(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1'].some(isDate)).toBe(false)
  })
})

describe('for the eye', () => {
  it('groups digits and leaves words', () => {
    expect(groupDigits('18640250.00')).toBe('18,640,250.00')
    expect(groupDigits('-1234')).toBe('-1,234')
    expect(groupDigits('—')).toBe('—')
  })
  it('shows instants in Asia/Shanghai', () =>
    expect(officeTime('2026-03-04T16:30:05Z')).toBe('2026-03-05 00:30:05'))
  it('shows entries as ranges, past 2^53 too', () => {
    expect(entryRanges(['14', '12', '13', '17'])).toBe('12–14, 17')
    expect(entryRanges(['9007199254740993', '9007199254740992'])).toBe('9007199254740992–9007199254740993')
  })
})

describe('cells', () => {
  it('writes CSV that Excel reads as it was', () => {
    const csv = toCsv([
      ['名称', '金额'],
      ['甲,“乙”', '-12.5'],
      ['=1+1', '123456789012345678'],
      ['a "b"', '5'],
    ])
    expect(csv.startsWith('\uFEFF名称,金额\r\n')).toBe(true)
    expect(csv).toContain('"甲,“乙”",-12.5\r\n')
    expect(csv).toContain(`'=1+1,"=""123456789012345678"""\r\n`)
    expect(csv).toContain('"a ""b""",5\r\n')
  })
  it('keeps one cell in one cell of the clipboard', () => expect(toTsv([['a\tb', 'c\nd']])).toBe('a b\tc d'))
  it('turns bytes into base64 and back, long ones too', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 31) % 256)
    expect(toBase64(Uint8Array.from([0, 255, 16]))).toBe('AP8Q')
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  })
})
