import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Failure } from '@/platform'
import type { EntryRef } from '@/wire/verbs'

export interface Notice {
  id: number
  /** A key of the texts. */
  text: string
  entries: EntryRef[]
  detail: string
}

/** The quiet notices of what was done, and the one failure being shown. */
export const useNotices = defineStore('notices', () => {
  const notices = ref<Notice[]>([])
  const failure = ref<Failure | null>(null)
  let last = 0

  function dismiss(id: number) {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  function tell(text: string, entries: EntryRef[] = [], detail = '') {
    last += 1
    const id = last
    notices.value = [...notices.value.slice(-2), { id, text, entries, detail }]
    setTimeout(() => dismiss(id), 8000)
  }

  function clear() {
    notices.value = []
    failure.value = null
  }

  function fail(thrown: Failure) {
    failure.value = thrown
  }

  return { notices, failure, tell, dismiss, clear, fail }
})
