import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import { call, toFailure, type Failure } from '@/platform'
import { parseHundredths, scoreProblem, sumHundredths } from '@/shared/lib/decimal'
import type { ScoringPage, SheetDraft } from '@/wire/verbs'

/** How long after the last change a draft is sent. */
const QUIET_MS = 250

/** A sheet being filled: exact totals, what is missing, and a draft that saves itself. */
export function useSheet(page: ScoringPage) {
  const items = page.rubric.flatMap((dimension) => dimension.items)
  const scores = reactive<Record<string, string>>(
    Object.fromEntries(items.map((item) => [item.id, page.sheet.scores[item.id] ?? ''])),
  )
  const abstain = ref(page.sheet.abstain)
  const veto = ref(page.sheet.veto)
  const saving = ref<'saved' | 'changed' | 'saving' | 'failed'>('saved')
  const failure = ref<Failure | null>(null)

  const problemOf = (id: string) => {
    const item = items.find((each) => each.id === id)
    return item === undefined ? null : scoreProblem(scores[id] ?? '', item.max, page.step)
  }
  const missing = computed(() =>
    items.filter((item) => (scores[item.id] ?? '') === '').map((item) => item.id),
  )
  const wrong = computed(() => items.filter((item) => problemOf(item.id) !== null).map((item) => item.id))
  /** What cannot be a score counts nowhere. */
  const sumOf = (some: typeof items) =>
    sumHundredths(some.map((item) => (problemOf(item.id) === null ? scores[item.id] : undefined)))
  const total = computed(() => sumOf(items))
  const top = items.reduce((sum, item) => sum + (parseHundredths(item.max) ?? 0), 0)
  const ready = computed(
    () => wrong.value.length === 0 && (abstain.value !== null || missing.value.length === 0),
  )

  /** The sheet as it is sent: blanks are left out, and so is what cannot be a score. */
  function draft(): SheetDraft {
    const kept = items.filter((item) => scores[item.id] !== '' && problemOf(item.id) === null)
    return {
      scores: Object.fromEntries(kept.map((item) => [item.id, scores[item.id]!])),
      abstain: abstain.value,
      veto: veto.value,
    }
  }
  const request = () => ({
    meeting: page.meeting,
    application: page.application,
    expert: page.expert.expert,
    sheet: draft(),
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  // Saves go one after another, so that an older draft never lands on a newer one.
  let line: Promise<void> = Promise.resolve()

  function flush(): Promise<void> {
    clearTimeout(timer)
    if (page.signed || (saving.value !== 'changed' && saving.value !== 'failed')) return line
    saving.value = 'saving'
    const body = request()
    line = line.then(async () => {
      try {
        await call('sheet.save_draft', body)
        failure.value = null
        if (saving.value === 'saving') saving.value = 'saved'
      } catch (thrown) {
        failure.value = toFailure(thrown)
        saving.value = 'failed'
      }
    })
    return line
  }

  watch([scores, abstain, veto], () => {
    if (page.signed) return
    saving.value = 'changed'
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), QUIET_MS)
  })
  const leave = () => void flush()
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', leave)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', leave)
    void flush()
  })

  const set = (id: string, text: string) => (scores[id] = text)

  return {
    items,
    sumOf,
    set,
    scores,
    abstain,
    veto,
    saving,
    failure,
    problemOf,
    missing,
    wrong,
    total,
    top,
    ready,
    request,
    flush,
  }
}

export type Sheet = ReturnType<typeof useSheet>
