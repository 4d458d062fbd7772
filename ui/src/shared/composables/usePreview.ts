import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call, toFailure, type Failure } from '@/platform'
import type { PaperView, Verbs } from '@/wire/verbs'

type PreviewVerb = 'memo.preview' | 'recommendation.preview'

/** The real PDF of a paper that does not exist yet, made again a moment after the last keystroke. */
export function usePreview<V extends PreviewVerb>(verb: V, request: () => Verbs[V]['request'] | null) {
  const paper = shallowRef<PaperView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function make() {
    const asked = request()
    if (asked === null) return
    turn += 1
    const mine = turn
    busy.value = true
    try {
      const reply = (await call(verb, asked)) as PaperView
      if (mine !== turn) return
      paper.value = reply
      failure.value = null
    } catch (thrown) {
      if (mine === turn) failure.value = toFailure(thrown)
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  watch(
    () => JSON.stringify(request()),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void make(), paper.value === null ? 0 : 350)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { paper, failure, busy }
}
