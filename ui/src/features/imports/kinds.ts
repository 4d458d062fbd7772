import type { Verb } from '@/platform'

export type ImportKind = 'filings' | 'experts' | 'sheets'

interface Verbs {
  preview: Extract<Verb, `import.preview_${string}`>
  accept: Extract<Verb, 'import.filings' | 'import.experts' | 'import.sheets'>
}

export const IMPORTS: Record<ImportKind, Verbs> = {
  filings: { preview: 'import.preview_filings', accept: 'import.filings' },
  experts: { preview: 'import.preview_experts', accept: 'import.experts' },
  sheets: { preview: 'import.preview_sheets', accept: 'import.sheets' },
}
