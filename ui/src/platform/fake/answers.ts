import type { DraftLicence, ImportReport, LicenceCheck, Receipt, ScoringPage } from '@/wire/verbs'
import type { Failure } from '../failure'
import { files, state } from './books'
import { applicant, CLAUSES, facts, findingsOf, materials, ROWS } from './cases'
import { EXPERTS } from './cast'
import { samplePdf } from './pdf'
import { RUBRIC } from './rubric'
import { w } from './words'

export function receipt(id: string | null, changed: string[]): Receipt {
  state.lastEntry += 1
  return {
    id,
    entries: [
      { n: String(state.lastEntry), kind: 'sample', label: w('样例', 'Sample'), hash16: '00112233445566ff' },
    ],
    changed,
  }
}

export function refuse(field: string, zh: string, en: string): never {
  const failure: Failure = {
    code: 'refused',
    message: w('不能办理：有一处与规则不符。', 'Refused: one thing is against the rules.'),
    faults: [
      {
        code: 'sample',
        field,
        sheet: null,
        row: null,
        column: null,
        clause: '细则1',
        message: w(zh, en),
        remedy: w('请由另一人审签。', 'Let another person approve.'),
      },
    ],
  }
  throw failure
}

export const fault = (row: number, column: string, zh: string, en: string) => ({
  code: 'cell',
  field: null,
  sheet: '申请',
  row,
  column,
  clause: 'GB 32100-2015',
  message: w(zh, en),
  remedy: w('请改正后重新导入。', 'Mend it and import again.'),
})
export const report = (file_name: string, taken: boolean): ImportReport => ({
  file_name,
  sha256: 'c0ffee'.repeat(10) + 'abcd',
  rows: 9,
  good: 8,
  unchanged: 1,
  faults: [fault(7, 'C 统一社会信用代码', '校验码不符', 'The check digit is wrong')],
  warnings: [fault(4, 'K 有效期', '三个月内到期', 'Expires within three months')],
  cleaned: [fault(5, 'C 统一社会信用代码', '全角“９１３４”读作“9134”', 'Full-width ９１３４ read as 9134')],
  preview: ROWS.map((row, at) => ({
    row: at + 2,
    title: row.name,
    cells: [row.uscc, row.county, '10000000', '8600000'],
    state: at === 5 ? 'fault' : at === 0 ? 'unchanged' : 'new',
    note: null,
  })),
  receipt: taken ? receipt(null, ['batch:b1', 'batches', 'today']) : null,
})

export function scoringPage(application: string, expertId: string): ScoringPage {
  const row = ROWS.find((each) => each.id === application) ?? ROWS[0]!
  const expert = EXPERTS.find((each) => each.expert === expertId) ?? EXPERTS[0]!
  const key = `${row.id}/${expert.expert}`
  return {
    meeting: 'm1',
    application: row.id,
    expert,
    name: row.name,
    county: row.county,
    brief: [...applicant(row), ...facts(row)],
    materials: materials(),
    findings: findingsOf(row),
    rubric: RUBRIC,
    step: '0.5',
    vetoes: [
      { id: 'false_material', name: { zh: '材料虚假', en: 'False material' } },
      { id: 'major_violation', name: { zh: '重大违法违规', en: 'A major violation' } },
    ],
    sheet: state.drafts.get(key) ?? { scores: { A1: '5.5', A2: '4', A3: '3' }, abstain: null, veto: null },
    signed: state.signed.has(key),
    files: files().map((file) => ({
      ...file,
      seats: file.seats.filter((seat) => seat.expert === expert.expert),
    })),
  }
}

export function check(request: DraftLicence): LicenceCheck {
  const unknown = request.owner_is_exporter === null
  return {
    verdict: unknown ? 'to_verify' : request.owner_is_exporter ? 'ok' : 'refused',
    findings: [
      {
        rule: 'owner',
        clause: CLAUSES.cars,
        verdict: unknown ? 'to_verify' : request.owner_is_exporter ? 'met' : 'not_met',
        facts: [{ name: 'vin', label: w('车辆识别代号', 'VIN'), value: request.vin || null }],
        message: w('车辆须已转移登记至出口企业名下。', 'The car must stand in the exporter’s name.'),
      },
    ],
    valid_until: '2026-09-21',
  }
}

export const memoPdf = (opinion: string, chair: string) =>
  samplePdf('评审备忘录（草稿）', [
    '样例：本件仅供演示。',
    `评审组组长：${chair}`,
    '',
    ...(opinion.match(/.{1,28}/gsu) ?? []),
    ...ROWS.slice(0, 7).map((row) => `${row.rank}. ${row.name} ${row.score}`),
  ])
