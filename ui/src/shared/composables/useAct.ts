import { ref } from 'vue'
import { call, toFailure, type Failure, type Verb } from '@/platform'
import { useNotices } from '@/shared/stores/notices'
import { announce } from '@/shared/stores/topics'
import type { Fault, Receipt, Verbs } from '@/wire/verbs'

function receiptOf(reply: unknown): Receipt | null {
  if (typeof reply !== 'object' || reply === null) return null
  if ('entries' in reply && 'changed' in reply) return reply as Receipt
  const inner = (reply as { receipt?: Receipt | null }).receipt
  return inner ?? null
}

/**
 * Runs writes: tells what was done, refreshes what went stale, keeps the faults for their fields. Faults that
 * belong to none of `fields` (names of the request's fields that the form shows) open the failure presenter.
 */
export function useAct(fields: readonly string[] = []) {
  const notices = useNotices()
  const busy = ref(false)
  const failure = ref<Failure | null>(null)

  async function act<V extends Verb>(
    verb: V,
    request: Verbs[V]['request'],
    done = 'notice.done',
  ): Promise<Verbs[V]['reply'] | null> {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    try {
      const reply = await call(verb, request)
      const receipt = receiptOf(reply)
      if (receipt !== null) {
        notices.tell(done, receipt.entries)
        announce([...receipt.changed, 'ledger'])
      }
      return reply
    } catch (thrown) {
      const why = toFailure(thrown)
      failure.value = why
      const placed = why.faults.length > 0 && why.faults.every((fault) => fields.includes(fault.field ?? ''))
      if (!placed) notices.fail(why)
      return null
    } finally {
      busy.value = false
    }
  }

  /** The faults that stand beside this field. */
  const at = (field: string): Fault[] => failure.value?.faults.filter((fault) => fault.field === field) ?? []

  return { act, at, busy, failure }
}
