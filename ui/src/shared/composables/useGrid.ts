import { computed, ref, watch, type Ref } from 'vue'
import { filterRows, parseSort, sortRows, sortText, type Column } from '@/shared/lib/filter'
import { useQueryState } from './useQueryState'

/** What a list shows: filter, order and columns stand in the address; the cursor follows the row it stood on. */
export function useGrid<Row extends { id: string }>(
  rows: Ref<readonly Row[]>,
  columns: Ref<Column<Row>[]>,
  texts: (row: Row) => string[],
) {
  const query = useQueryState('q')
  const sortState = useQueryState('sort')
  const columnState = useQueryState('cols')
  const sort = computed(() => parseSort(sortState.value))
  const visible = computed(() => {
    const chosen = columnState.value.split(',').filter(Boolean)
    return columns.value.filter((column) =>
      chosen.length === 0 ? column.extra !== true : chosen.includes(column.key),
    )
  })
  const shown = computed(() =>
    sortRows(filterRows(rows.value, query.value, texts), sort.value, columns.value),
  )

  const cursorId = ref<string | null>(null)
  const cursor = computed(() =>
    Math.max(
      0,
      shown.value.findIndex((row) => row.id === cursorId.value),
    ),
  )
  const column = ref(0)
  watch(visible, (now) => (column.value = Math.min(column.value, now.length - 1)))

  function sortBy(key: string) {
    const now = sort.value
    // Up, down, then the host's own order again.
    if (now?.key !== key) sortState.value = sortText({ key, down: false })
    else sortState.value = now.down ? '' : sortText({ key, down: true })
  }

  function toggleColumn(key: string) {
    const keys = visible.value.map((each) => each.key)
    const next = keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key]
    if (next.length > 0) columnState.value = next.join(',')
  }

  function move(by: number) {
    const last = shown.value.length - 1
    if (last < 0) return
    cursorId.value = shown.value[Math.min(last, Math.max(0, cursor.value + by))]?.id ?? null
  }

  const cells = (some: readonly Row[]): string[][] => [
    visible.value.map((each) => each.label),
    ...some.map((row) => visible.value.map((each) => each.value(row))),
  ]

  return { query, sort, visible, shown, cursorId, cursor, column, sortBy, toggleColumn, move, cells }
}
