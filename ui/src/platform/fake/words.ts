import type { Field, Words } from '@/wire/verbs'

/** Sample sentences, born in both languages like the host's. */
export const w = (zh: string, en: string): Words => ({ zh, en })
export const field = (name: string, zh: string, en: string, value: string | null): Field => ({
  name,
  label: w(zh, en),
  value,
})
