import { describe, expect, it } from 'vitest'
import {
  formatHundredths,
  parseHundredths,
  scoreProblem,
  stepScore,
  sumHundredths,
} from '@/shared/lib/decimal'

describe('scores', () => {
  it.each([
    ['0', 0],
    ['8', 800],
    ['8.5', 850],
    ['8.05', 805],
    [' 7.25 ', 725],
  ])('%s is %i hundredths', (text, value) => expect(parseHundredths(text)).toBe(value))

  it.each(['', '.5', '8.', '8.125', '-1', '1e2', '8,5', 'abc'])('%j is no score', (text) =>
    expect(parseHundredths(text)).toBeNull(),
  )

  it('writes without trailing zeros', () => {
    expect([0, 50, 805, 850, 10000].map(formatHundredths)).toEqual(['0', '0.5', '8.05', '8.5', '100'])
  })

  it('sums exactly where floats do not', () => {
    // 0.1 + 0.2 and friends: the float sum of these is 0.6000000000000001.
    expect(formatHundredths(sumHundredths(['0.1', '0.2', '0.3']))).toBe('0.6')
  })

  it('takes a blank for nothing, not for a zero that is there', () => {
    expect(sumHundredths(['', undefined, '4.5'])).toBe(450)
    expect(scoreProblem('', '5', '0.5')).toBeNull()
  })

  it('tells form, range and step apart', () => {
    expect(scoreProblem('x', '5', '0.5')).toBe('form')
    expect(scoreProblem('5.5', '5', '0.5')).toBe('range')
    expect(scoreProblem('4.3', '5', '0.5')).toBe('step')
    expect(scoreProblem('5', '5', '0.5')).toBeNull()
  })

  it('steps within the item', () => {
    expect(stepScore('4.5', 1, '5', '0.5')).toBe('5')
    expect(stepScore('5', 1, '5', '0.5')).toBe('5')
    expect(stepScore('0', -1, '5', '0.5')).toBe('0')
    expect(stepScore('', 1, '5', '0.5')).toBe('0.5')
  })
})
