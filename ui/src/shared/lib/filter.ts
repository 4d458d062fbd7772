import { halfWidth } from './clean'

/** One column of a list: what it shows, sorts by and is found by. */
export interface Column<Row> {
  key: string
  label: string
  value: (row: Row) => string
  /** Sorts by this instead of the shown text; `null` always stands last. */
  sortBy?: (row: Row) => number | string | null
  numeric?: boolean
  /** Shown only when chosen. */
  extra?: boolean
  width?: string
}

export interface Sort {
  key: string
  down: boolean
}

const fold = (text: string) => halfWidth(text).toLowerCase()

/** Rows in which every word of the query is found in one of the texts. Pinyin initials count as a text. */
export function filterRows<Row>(rows: readonly Row[], query: string, texts: (row: Row) => string[]): Row[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...rows]
  return rows.filter((row) => {
    const hay = texts(row).map(fold)
    return words.every((word) => hay.some((text) => text.includes(word)))
  })
}

/** Rows in the order of a column: stable, numbers by size, names as Chinese sorts them, unknown ones last. */
export function sortRows<Row>(rows: Row[], sort: Sort | null, columns: Column<Row>[]): Row[] {
  const column = columns.find((each) => each.key === sort?.key)
  if (sort === null || column === undefined) return rows
  const keyOf = column.sortBy ?? ((row: Row) => column.value(row) || null)
  const sign = sort.down ? -1 : 1
  return [...rows].sort((left, right) => {
    const [a, b] = [keyOf(left), keyOf(right)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * String(a).localeCompare(String(b), 'zh-CN', { numeric: true })
  })
}

/** `name`, `-score` as they stand in the address. */
export function parseSort(text: string): Sort | null {
  if (text === '' || text === '-') return null
  return text.startsWith('-') ? { key: text.slice(1), down: true } : { key: text, down: false }
}

export const sortText = (sort: Sort | null): string =>
  sort === null ? '' : `${sort.down ? '-' : ''}${sort.key}`
