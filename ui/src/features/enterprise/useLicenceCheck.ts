import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call, toFailure, type Failure } from '@/platform'
import type { DraftLicence, LicenceCheck } from '@/wire/verbs'

/** The findings on a licence request, asked again a moment after each change. */
export function useLicenceCheck(form: () => DraftLicence) {
  const check = shallowRef<LicenceCheck | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  watch(
    () => JSON.stringify(form()),
    () => {
      clearTimeout(timer)
      timer = setTimeout(async () => {
        turn += 1
        const mine = turn
        busy.value = true
        try {
          const reply = await call('licence.check', form())
          if (mine !== turn) return
          check.value = reply
          failure.value = null
        } catch (thrown) {
          if (mine === turn) failure.value = toFailure(thrown)
        } finally {
          if (mine === turn) busy.value = false
        }
      }, 300)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return { check, failure, busy }
}
