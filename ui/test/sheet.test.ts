import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import type { ScoringPage } from '@/wire/verbs'

const invoke = vi.fn()
vi.mock('@tauri-apps/api/core', () => ({
  invoke: (...args: unknown[]) => invoke(...args),
  isTauri: () => true,
}))
const { useSheet } = await import('@/features/scoring/useSheet')

const words = { zh: '样例', en: 'sample' }
const PAGE: ScoringPage = {
  meeting: 'm1',
  application: 'a1',
  expert: { expert: 'E01', name: '样例', specialty: '', employer: '', recused: [] },
  name: '样例',
  county: '',
  brief: [],
  materials: [],
  findings: [],
  rubric: [
    {
      id: 'A',
      name: words,
      max: '10',
      items: ['A1', 'A2'].map((id) => ({ id, name: words, max: '5', objective: false })),
    },
  ],
  vetoes: [],
  step: '0.5',
  sheet: { scores: {}, abstain: null, veto: null },
  signed: false,
  files: [],
}

function open(page = PAGE) {
  const scope = effectScope()
  const sheet = scope.run(() => useSheet(page))
  if (sheet === undefined) throw new Error('the scope ran')
  return { scope, sheet }
}
const sent = () => invoke.mock.calls.map((call) => (call[1] as { request: { sheet: unknown } }).request.sheet)

describe('a sheet being filled', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    invoke.mockReset().mockResolvedValue({})
  })
  afterEach(() => vi.useRealTimers())

  it('saves itself once the keys are quiet, with the last state only', async () => {
    const { scope, sheet } = open()
    sheet.set('A1', '4')
    await nextTick()
    sheet.set('A1', '4.5')
    await nextTick()
    expect(invoke).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(300)
    expect(sent()).toEqual([{ scores: { A1: '4.5' }, abstain: null, veto: null }])
    expect(sheet.saving.value).toBe('saved')
    scope.stop()
  })

  it('saves on leaving what was typed a moment ago', async () => {
    const { scope, sheet } = open()
    sheet.set('A2', '3')
    await nextTick()
    scope.stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent()).toEqual([{ scores: { A2: '3' }, abstain: null, veto: null }])
  })

  it('sends no blank and nothing that cannot be a score, and counts neither', async () => {
    const { scope, sheet } = open()
    sheet.set('A1', '9')
    sheet.set('A2', '2.5')
    await nextTick()
    await vi.advanceTimersByTimeAsync(300)
    expect(sent()).toEqual([{ scores: { A2: '2.5' }, abstain: null, veto: null }])
    expect(sheet.total.value).toBe(250)
    expect(sheet.ready.value).toBe(false)
    scope.stop()
  })

  it('can be signed when no item is blank, or when the expert abstains', async () => {
    const { scope, sheet } = open()
    sheet.set('A1', '0')
    expect(sheet.missing.value).toEqual(['A2'])
    expect(sheet.ready.value).toBe(false)
    sheet.set('A2', '5')
    expect(sheet.ready.value).toBe(true)
    sheet.set('A2', '')
    sheet.abstain.value = '样例理由'
    expect(sheet.ready.value).toBe(true)
    scope.stop()
  })

  it('says so when a draft could not be saved, and sends it again', async () => {
    const { scope, sheet } = open()
    invoke.mockRejectedValueOnce('disk full')
    sheet.set('A1', '1')
    await nextTick()
    await vi.advanceTimersByTimeAsync(300)
    expect(sheet.saving.value).toBe('failed')
    await sheet.flush()
    expect(sheet.saving.value).toBe('saved')
    expect(invoke).toHaveBeenCalledTimes(2)
    scope.stop()
  })

  it('never touches a signed sheet', async () => {
    const { scope, sheet } = open({ ...PAGE, signed: true })
    sheet.set('A1', '1')
    await nextTick()
    scope.stop()
    await vi.advanceTimersByTimeAsync(500)
    expect(invoke).not.toHaveBeenCalled()
  })
})
