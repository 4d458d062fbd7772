import type { CalendarPage, CalendarPreview } from '@/wire/verbs'
import { refuse } from './answers'
import { w } from './words'

/** Invented: no year's real notice. */
export const calendarPage: CalendarPage = {
  years: [
    {
      year: 2026,
      documents: ['样例〔2025〕1号'],
      days_off: 3,
      workdays: 1,
      text: '2026-01-01至2026-01-03 休 元旦\n2026-01-04 班 元旦\n',
      adopted: { on: '2025-11-10', by: '样经办', reason: '', entry: '2' },
    },
  ],
  next: 2027,
}

export function calendarPreview(text: string): CalendarPreview {
  if (!text.includes(' 休 ')) refuse('text', '第1行不是节假日的写法', 'Line 1 is no holiday')
  const days = text.split('\n').filter((line) => / [休班] /.test(line))
  return {
    days: days.map((line) => ({
      on: line.slice(0, 10),
      worked: line.includes(' 班 '),
      holiday: w('样例节', 'Sample day'),
      change: 'new',
    })),
    days_off: days.length,
    workdays: 0,
  }
}
