import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'

/**
 * Forms that are not sent yet, by key. They live in memory only: the books on disk are encrypted, and the
 * window's own storage is not.
 */
export const useDrafts = defineStore('drafts', () => {
  const forms = ref(new Map<string, object>())

  /** The form kept under this key, or a fresh one. Every keystroke lands in it. */
  function keep<Form extends object>(key: string, fresh: () => Form): Form {
    const kept = forms.value.get(key)
    if (kept !== undefined) return kept as Form
    const form = reactive(fresh()) as Form
    forms.value.set(key, form)
    return form
  }

  const forget = (key: string) => forms.value.delete(key)
  const clear = () => forms.value.clear()

  return { keep, forget, clear }
})
