export type Tone = 'plain' | 'good' | 'open' | 'bad' | 'accent'

const VERDICTS: Record<string, Tone> = {
  met: 'good',
  ok: 'good',
  to_verify: 'open',
  not_met: 'bad',
  refused: 'bad',
}

/** The tone of a verdict: red only for what is forbidden. */
export const verdictTone = (verdict: string): Tone => VERDICTS[verdict] ?? 'plain'

const STATES: Record<string, Tone> = {
  filed: 'good',
  issued: 'good',
  selected: 'accent',
  recommended: 'accent',
  refused: 'bad',
  declined: 'bad',
  returned: 'open',
  withdrawn: 'open',
  suspended: 'bad',
  running: 'bad',
  awaiting_rectification: 'bad',
}

/** The tone of a state of an application, a licence, an enterprise or a suspension. */
export const stateTone = (state: string): Tone => STATES[state] ?? 'plain'

const WORST_FIRST = ['not_met', 'to_verify', 'met']

/** What stands in the way first, then what is still open; otherwise in the order given. */
export const worstFirst = <T extends { verdict: string }>(findings: T[]): T[] =>
  [...findings].sort((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict))
