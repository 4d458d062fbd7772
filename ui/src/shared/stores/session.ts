import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { call, type Verb } from '@/platform'
import type { BooksView, SessionView } from '@/wire/verbs'
import { announce, EVERYTHING } from './topics'
import { useDrafts } from './drafts'
import { useNotices } from './notices'

/** Which books are at hand and who is signed in. */
export const useSession = defineStore('session', () => {
  const version = ref('')
  const suggestedFolder = ref('')
  const books = ref<BooksView | null>(null)
  const session = ref<SessionView | null>(null)
  const asked = ref(false)

  async function ask() {
    const status = await call('program.status', {})
    version.value = status.version
    suggestedFolder.value = status.suggested_folder
    books.value = status.books
    session.value = status.session
    asked.value = true
  }

  async function signIn(account: string, password: string) {
    session.value = await call('session.sign_in', { folder: books.value?.folder ?? '', account, password })
    announce([EVERYTHING])
  }

  async function signOut() {
    await call('session.sign_out', {})
    session.value = null
    // What one account was writing, or was told, is not for the next one to see.
    useDrafts().clear()
    useNotices().clear()
    await ask()
  }

  async function setDate(date: string) {
    session.value = await call('session.set_date', { date })
    announce([EVERYTHING])
  }

  const may = (verb: Verb): boolean => session.value?.may.includes(verb) ?? false
  const today = computed(() => session.value?.today ?? '')
  const sample = computed(() => session.value?.sample ?? books.value?.sample ?? false)

  return {
    version,
    suggestedFolder,
    books,
    session,
    asked,
    ask,
    signIn,
    signOut,
    setDate,
    may,
    today,
    sample,
  }
})
