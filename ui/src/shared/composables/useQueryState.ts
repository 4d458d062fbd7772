import { computed, ref, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type Router } from 'vue-router'

// A browser takes about ten changes of the address a second, and a key held down makes thirty: so what is set shows at
// once and reaches the address a moment later, all of it together.
const WAIT_MS = 150
const waiting = ref<{ path: string; values: Record<string, string | undefined> }>({ path: '', values: {} })
let timer: ReturnType<typeof setTimeout> | undefined

async function write(router: Router) {
  const { path, values } = waiting.value
  const route = router.currentRoute.value
  // Whoever has left the page has left its state too.
  if (route.path === path) {
    const query = { ...route.query, ...values }
    await router.replace({
      query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
    })
  }
  if (waiting.value.values === values) waiting.value = { path: '', values: {} }
}

/** A piece of state that stands in the address, so that Back and a copied address bring it back. */
export function useQueryState(key: string, fallback = ''): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const { path, values } = waiting.value
      if (path === route.path && key in values) return values[key] ?? fallback
      const value = route.query[key]
      return typeof value === 'string' ? value : fallback
    },
    set: (value) => {
      const { path, values } = waiting.value
      const before = path === route.path ? values : {}
      waiting.value = {
        path: route.path,
        values: { ...before, [key]: value === fallback ? undefined : value },
      }
      clearTimeout(timer)
      timer = setTimeout(() => void write(router), WAIT_MS)
    },
  })
}
