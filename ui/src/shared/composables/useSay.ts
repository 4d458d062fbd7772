import { useI18n } from 'vue-i18n'
import type { Words } from '@/wire/verbs'

/** The host's sentences in the language of the window. */
export function useSay() {
  const { locale } = useI18n()
  return (words: Words | null | undefined): string =>
    words === null || words === undefined ? '' : locale.value === 'en' ? words.en : words.zh
}
