import { beforeEach, describe, expect, it, vi } from 'vitest'

const invoke = vi.fn()
vi.mock('@tauri-apps/api/core', () => ({
  invoke: (...args: unknown[]) => invoke(...args),
  isTauri: () => true,
}))

describe('the one way to the host', () => {
  beforeEach(() => {
    invoke.mockReset()
    window.__TAURI_INTERNALS__ = {}
  })

  it('sends the verb and the request in one command and hands back the reply', async () => {
    const { call } = await import('@/platform')
    invoke.mockResolvedValue([{ id: 'b1' }])
    expect(await call('batch.list', {})).toEqual([{ id: 'b1' }])
    expect(invoke).toHaveBeenCalledExactlyOnceWith('call', { verb: 'batch.list', request: {} })
  })

  it('throws the host’s failure as it is', async () => {
    const { call } = await import('@/platform')
    const failure = { code: 'refused', message: { zh: '不能', en: 'no' }, faults: [] }
    invoke.mockRejectedValue(failure)
    await expect(call('batch.view', { id: 'x' })).rejects.toBe(failure)
  })

  it('makes an internal failure of anything else, in both languages, with the detail', async () => {
    const { call } = await import('@/platform')
    invoke.mockRejectedValue('command call not found')
    await expect(call('today.view', {})).rejects.toMatchObject({
      code: 'internal',
      message: {
        zh: expect.stringContaining('command call not found'),
        en: expect.stringContaining('not found'),
      },
      faults: [],
    })
  })

  it('does not take a half-made failure for one', async () => {
    const { toFailure } = await import('@/platform')
    expect(toFailure({ code: 'refused', message: 'only a text' }).code).toBe('internal')
    expect(toFailure(null).code).toBe('internal')
  })
})
