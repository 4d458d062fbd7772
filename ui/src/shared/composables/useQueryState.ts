import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A piece of state that stands in the address, so that Back and a copied address bring it back. */
export function useQueryState(key: string, fallback = ''): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[key]
      return typeof value === 'string' ? value : fallback
    },
    set: (value) => {
      const query = { ...route.query }
      if (value === fallback) delete query[key]
      else query[key] = value
      void router.replace({ query })
    },
  })
}
