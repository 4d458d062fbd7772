import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call, toFailure, type Failure, type Verb } from '@/platform'
import { EVERYTHING, listen } from '@/shared/stores/topics'
import type { Verbs } from '@/wire/verbs'

/** A view of a whole list listens to `enterprise:*`, that is to every one of them. */
const shows = (shown: string, topic: string) =>
  shown.endsWith('*') ? topic.startsWith(shown.slice(0, -1)) : shown === topic

/**
 * What a verb shows, loaded when its request changes and again when one of its topics goes stale.
 * While it loads again the old answer stays on the screen.
 */
export function useView<V extends Verb>(verb: V, request: () => Verbs[V]['request'], topics: () => string[]) {
  const data = shallowRef<Verbs[V]['reply'] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  let turn = 0

  async function load() {
    turn += 1
    const mine = turn
    loading.value = true
    try {
      const reply = await call(verb, request())
      if (mine !== turn) return
      data.value = reply
      failure.value = null
    } catch (thrown) {
      if (mine === turn) failure.value = toFailure(thrown)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  watch(
    () => JSON.stringify(request()),
    () => {
      data.value = null
      void load()
    },
    { immediate: true },
  )
  const stop = listen((changed) => {
    const shown = topics()
    if (changed.some((topic) => topic === EVERYTHING || shown.some((each) => shows(each, topic)))) void load()
  })
  onScopeDispose(stop)

  return { data, failure, loading, load }
}
