import type { ApplicationRow, RankRow } from '@/wire/verbs'

/** Those whom the ranking alone would select: passed, in rank order, within the quota. */
export function byRanking(ranking: readonly RankRow[], quota: number | null): string[] {
  const passed = ranking
    .filter((row) => row.passed && row.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((row) => row.application)
  return quota === null ? passed : passed.slice(0, quota)
}

/** Whether a selection is another than the ranking's; then the reason is to be given. */
export function departs(selected: readonly string[], ranked: readonly string[]): boolean {
  return selected.length !== ranked.length || selected.some((id) => !ranked.includes(id))
}

/** Reviewed applications in the order of the ranking, unranked ones last. */
export function inRankOrder(rows: readonly ApplicationRow[]): ApplicationRow[] {
  return [...rows].sort(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.name.localeCompare(b.name, 'zh-CN'),
  )
}
