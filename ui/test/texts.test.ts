import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/texts/en'
import zh from '@/texts/zh'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, path = ''): Map<string, string> {
  const out = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(path + key, value)
    else for (const [inner, text] of flat(value, `${path}${key}.`)) out.set(inner, text)
  }
  return out
}

const chinese = flat(zh)
const english = flat(en)

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'texts' || entry.name === 'wire' ? [] : sources(path)
    return /\.(vue|ts)$/.test(entry.name) ? [path] : []
  })
}
const code = sources(join(__dirname, '../src')).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('leave none blank and keep the same places to fill', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
    for (const [key, text] of chinese) {
      expect(text.trim(), key).not.toBe('')
      expect(english.get(key)?.trim(), key).not.toBe('')
      expect(places(english.get(key) ?? ''), key).toEqual(places(text))
    }
  })

  it('hold every key that the screens ask for by name', () => {
    const asked = code.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*'([^'$]+)'/g)].map((match) => ({ path, key: match[1] ?? '' })),
    )
    expect(asked.length).toBeGreaterThan(150)
    expect(asked.filter(({ key }) => !chinese.has(key))).toEqual([])
  })

  it('hold something for every family of keys that is built at run time', () => {
    const built = code.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*`([^`$]*)\$\{/g)].map((match) => ({ path, stem: match[1] ?? '' })),
    )
    expect(built.length).toBeGreaterThan(10)
    expect(built.filter(({ stem }) => ![...chinese.keys()].some((key) => key.startsWith(stem)))).toEqual([])
  })

  it('name every notice that a write tells', () => {
    const told = code.flatMap(({ text }) =>
      [...text.matchAll(/'(notice\.[\w-]+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(told.filter((key) => !chinese.has(key))).toEqual([])
  })

  it('name every kind of paper that the office issues', () => {
    const office = readFileSync(join(__dirname, '../../src-tauri/office/src/papers/mod.rs'), 'utf8')
    const kinds = [...office.matchAll(/const \w+: &str = "(\w+)"/g)].map((match) => match[1] ?? '')
    expect(kinds).toContain('review_memo')
    expect(kinds.filter((kind) => !chinese.has(`paper.is.${kind}`))).toEqual([])
  })
})
