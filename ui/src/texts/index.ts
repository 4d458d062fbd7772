import { createI18n } from 'vue-i18n'
import en from './en'
import zh from './zh'

export type Language = 'zh' | 'en'

/** Chinese first; English complete (a test holds the keys equal). */
export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: { zh, en } })
