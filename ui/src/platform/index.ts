import { invoke, isTauri } from '@tauri-apps/api/core'
import type { Verbs } from '@/wire/verbs'
import { toFailure } from './failure'

export { toFailure, type Failure } from './failure'

/** Names of the verbs that the host answers. */
export type Verb = keyof Verbs
type Request<V extends Verb> = Verbs[V]['request']
type Reply<V extends Verb> = Verbs[V]['reply']

async function send(verb: Verb, request: unknown): Promise<unknown> {
  // In a production build the condition is constant and the sample host is left out of the bundle.
  if (import.meta.env.DEV && !isTauri() && window.__TAURI_INTERNALS__ === undefined) {
    const { answer } = await import('./fake')
    return answer(verb, request)
  }
  return invoke('call', { verb, request })
}

/**
 * Asks the host. The one way to it.
 * @throws {Failure} typed, with every fault the host found.
 */
export async function call<V extends Verb>(verb: V, request: Request<V>): Promise<Reply<V>> {
  try {
    return (await send(verb, request)) as Reply<V>
  } catch (thrown) {
    throw toFailure(thrown)
  }
}
