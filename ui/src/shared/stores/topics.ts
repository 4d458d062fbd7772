/** What went stale. Writes announce it, views that show it load again; nothing guesses. */

type Listener = (topics: readonly string[]) => void
const listeners = new Set<Listener>()

/** Stands for everything: after sign-in, sign-out and a set date. */
export const EVERYTHING = '*'

export function announce(topics: readonly string[]): void {
  for (const listener of [...listeners]) listener(topics)
}

/** Listens until the returned function is called. */
export function listen(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
