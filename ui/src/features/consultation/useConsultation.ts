import { useAct } from '@/shared/composables/useAct'
import { useSay } from '@/shared/composables/useSay'
import { useNotices } from '@/shared/stores/notices'
import type { Verbs } from '@/wire/verbs'

/** The acts of a consultation, as the texts name them. */
export type Act = 'ask' | 'own' | 'remind' | 'answer' | 'correct' | 'withdraw' | 'no_reply'

type Verb = Extract<keyof Verbs, `consultation.${string}`>
type Acting = Exclude<Verb, 'consultation.view' | 'consultation.list'>

/** The verb behind each act. */
export const VERBS: Record<Act, Acting> = {
  ask: 'consultation.ask',
  own: 'consultation.record_own',
  remind: 'consultation.remind',
  answer: 'consultation.answer',
  correct: 'consultation.correct',
  withdraw: 'consultation.withdraw',
  no_reply: 'consultation.no_reply',
}

/** Runs an act of a consultation and tells what it did to the case, in the office's own words. */
export function useConsultation(fields: readonly string[]) {
  const { act, at, busy, failure } = useAct(fields)
  const notices = useNotices()
  const say = useSay()

  async function consult<V extends Acting>(verb: V, request: Verbs[V]['request'], done: string) {
    const reply = await act(verb, request, done)
    if (reply === null) return false
    for (const note of reply.notes) notices.tell('consultation.done.note', [], say(note))
    return true
  }

  return { consult, at, busy, failure }
}
