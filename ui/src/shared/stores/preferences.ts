import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'
import { i18n, type Language } from '@/texts'

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]
export const SCALES = [100, 125, 150, 175, 200] as const

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Without storage the choice holds until the window closes.
  }
}

/** How the window looks: language, theme, scale. Kept on this machine, not in the books. */
export const usePreferences = defineStore('preferences', () => {
  const language = ref<Language>(read('language') === 'en' ? 'en' : 'zh')
  const theme = ref<Theme>(THEMES.find((each) => each === read('theme')) ?? 'auto')
  const scale = ref<number>(SCALES.find((each) => String(each) === read('scale')) ?? 100)
  const system = window.matchMedia?.('(prefers-color-scheme: dark)')
  const systemDark = ref(system?.matches ?? false)
  system?.addEventListener?.('change', (event) => (systemDark.value = event.matches))

  watchEffect(() => {
    const root = document.documentElement
    i18n.global.locale.value = language.value
    root.lang = language.value === 'zh' ? 'zh-CN' : 'en'
    const dark = theme.value === 'dark' || (theme.value === 'auto' && systemDark.value)
    root.classList.toggle('dark', dark)
    root.classList.toggle('contrast', theme.value === 'contrast')
    root.style.setProperty('--scale', String(scale.value / 100))
    write('language', language.value)
    write('theme', theme.value)
    write('scale', String(scale.value))
  })

  return { language, theme, scale }
})
