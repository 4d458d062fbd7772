import { describe, expect, it } from 'vitest'
import { filterRows, parseSort, sortRows, sortText, type Column } from '@/shared/lib/filter'
import { byRanking, departs } from '@/features/batch/selection'
import type { RankRow } from '@/wire/verbs'

interface Row {
  name: string
  pinyin: string
  uscc: string
  score: string | null
}
const ROWS: Row[] = [
  { name: '样例丙车业', pinyin: 'ylbcy yanglibingcheye', uscc: '9134X', score: '9.50' },
  { name: '样例甲贸易', pinyin: 'yljmy yanglijiamaoyi', uscc: '9135Y', score: null },
  { name: '样例乙出口', pinyin: 'ylyck yangliyichukou', uscc: '9136Z', score: '88.25' },
]
const texts = (row: Row) => [row.name, row.pinyin, row.uscc]
const names = (rows: Row[]) => rows.map((row) => row.name[2])
const COLUMNS: Column<Row>[] = [
  { key: 'name', label: '', value: (row) => row.name },
  {
    key: 'score',
    label: '',
    value: (row) => row.score ?? '',
    sortBy: (row) => (row.score === null ? null : Number(row.score)),
  },
]

describe('lists', () => {
  it('find by name, pinyin initials and code, every word', () => {
    expect(names(filterRows(ROWS, '甲', texts))).toEqual(['甲'])
    expect(names(filterRows(ROWS, 'ylb', texts))).toEqual(['丙'])
    expect(names(filterRows(ROWS, 'YLY ９１３６', texts))).toEqual(['乙'])
    expect(filterRows(ROWS, '甲 9134', texts)).toEqual([])
    expect(filterRows(ROWS, '  ', texts)).toHaveLength(3)
  })

  it('sort numbers by size and leave unknown ones last, up and down', () => {
    expect(names(sortRows(ROWS, parseSort('score'), COLUMNS))).toEqual(['丙', '乙', '甲'])
    expect(names(sortRows(ROWS, parseSort('-score'), COLUMNS))).toEqual(['乙', '丙', '甲'])
  })

  it('keep the host’s order without a sort or with one that is unknown', () => {
    expect(sortRows(ROWS, null, COLUMNS)).toBe(ROWS)
    expect(sortRows(ROWS, parseSort('gone'), COLUMNS)).toBe(ROWS)
  })

  it('write the sort into the address and read it back', () => {
    for (const text of ['', 'name', '-score']) expect(sortText(parseSort(text))).toBe(text)
  })
})

describe('the decision', () => {
  const rank = (application: string, place: number | null, passed: boolean) =>
    ({ application, rank: place, passed }) as RankRow

  it('is filled in from the ranking: passed only, in order, within the quota', () => {
    const ranking = [
      rank('c', 3, true),
      rank('a', 1, true),
      rank('d', 4, false),
      rank('b', 2, true),
      rank('v', null, false),
    ]
    expect(byRanking(ranking, 2)).toEqual(['a', 'b'])
    expect(byRanking(ranking, null)).toEqual(['a', 'b', 'c'])
  })

  it('departs when anyone is added, left out or exchanged', () => {
    expect(departs(['b', 'a'], ['a', 'b'])).toBe(false)
    expect(departs(['a'], ['a', 'b'])).toBe(true)
    expect(departs(['a', 'c'], ['a', 'b'])).toBe(true)
  })
})
