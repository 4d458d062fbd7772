import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import { createMemoryHistory, createRouter } from 'vue-router'
import { defineComponent, h } from 'vue'
import { useQueryState } from '@/shared/composables/useQueryState'

async function page() {
  let q!: ReturnType<typeof useQueryState>
  let sort!: ReturnType<typeof useQueryState>
  const Page = defineComponent({
    setup() {
      q = useQueryState('q')
      sort = useQueryState('sort', 'name')
      return () => h('p', `${q.value}|${sort.value}`)
    },
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/list', component: Page },
      { path: '/other', component: Page },
    ],
  })
  await router.push('/list?keep=1')
  const view = mount(Page, { global: { plugins: [router] } })
  return { router, view, q, sort }
}

describe('state in the address', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows at once and writes a key held down as one change', async () => {
    const { router, view, q, sort } = await page()
    const replace = vi.spyOn(router, 'replace')
    for (let n = 1; n <= 200; n += 1) q.value = 'x'.repeat(n)
    sort.value = '-score'
    expect(q.value).toHaveLength(200)
    await vi.advanceTimersByTimeAsync(1000)
    expect(replace).toHaveBeenCalledTimes(1)
    expect(router.currentRoute.value.query).toEqual({ keep: '1', q: 'x'.repeat(200), sort: '-score' })
    expect(view.text()).toBe(`${'x'.repeat(200)}|-score`)
  })

  it('leaves the fallback out of the address', async () => {
    const { router, sort } = await page()
    sort.value = '-score'
    await vi.advanceTimersByTimeAsync(1000)
    sort.value = 'name'
    await vi.advanceTimersByTimeAsync(1000)
    expect(router.currentRoute.value.query).toEqual({ keep: '1' })
  })

  it('does not follow to another page', async () => {
    const { router, q } = await page()
    q.value = 'left behind'
    await router.push('/other')
    await vi.advanceTimersByTimeAsync(1000)
    expect(router.currentRoute.value.fullPath).toBe('/other')
    expect(q.value).toBe('')
  })
})
