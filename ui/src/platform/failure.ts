import type { Failure, Words } from '@/wire/verbs'

export type { Failure }

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

function isFailure(value: unknown): value is Failure {
  if (typeof value !== 'object' || value === null) return false
  const candidate = value as Partial<Failure>
  return typeof candidate.code === 'string' && isWords(candidate.message) && Array.isArray(candidate.faults)
}

/** Whatever was thrown, as a `Failure`: what the host did not say in its own words becomes `internal`. */
export function toFailure(thrown: unknown): Failure {
  if (isFailure(thrown)) return thrown
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return {
    code: 'internal',
    message: {
      zh: `程序内部出错，本次操作未完成，已有数据未受影响。（${detail}）`,
      en: `An internal error: this action was not completed and nothing in the books was changed. (${detail})`,
    },
    faults: [],
  }
}
