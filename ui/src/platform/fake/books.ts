import type {
  BatchPage,
  BatchRow,
  EnterpriseRow,
  LicenceView,
  MeetingPage,
  OutcomePage,
  PaperRow,
  PolicyRow,
  SheetDraft,
  SuspensionView,
} from '@/wire/verbs'
import { CLAUSES, findingsOf, ROWS, step } from './cases'
import { EXPERTS } from './cast'
import { w } from './words'

export const POLICY_TITLE = w('芜湖市二手车出口工作实施方案', 'Wuhu implementation plan for used-car export')
export const policies: PolicyRow[] = [
  { id: 'wuhu-plan', title: POLICY_TITLE, effective_from: '2021-01-01', effective_until: null },
  {
    id: 'national-2026',
    title: w('关于二手车出口有关事项的公告', 'Announcement on matters of used-car export (national rules)'),
    effective_from: '2026-01-01',
    effective_until: null,
  },
]

export const batch: BatchRow = {
  id: 'b1',
  name: '样例2026年第一批',
  policy: 'wuhu-plan',
  opens_on: '2026-03-01',
  closes_on: '2026-03-31',
  quota: 5,
  received: 8,
  accepted: 7,
  reviewed: 7,
  recommended: 0,
  filed: 0,
  stage: w('局务会决定', 'Decision of the bureau meeting'),
}

export const papers: PaperRow[] = [
  {
    id: 'p1',
    kind: 'review_memo',
    title: w('样例2026年第一批评审备忘录', 'Review memo of the sample batch'),
    number: '样商评〔2026〕1号',
    dated: '2026-03-20',
    pages: 2,
    sha256: 'a3f1'.repeat(16),
    entry: '61',
  },
]

/** What changes while one tries the screens. */
export const state = {
  decision: null as BatchPage['decision'],
  recommendation: null as BatchPage['recommendation'],
  meetingState: 'revealed',
  drawn: true,
  memo: null as PaperRow | null,
  drafts: new Map<string, SheetDraft>(),
  signed: new Set<string>(),
  lastEntry: 61,
}

export const batchPage = (): BatchPage => ({
  batch,
  policy_title: POLICY_TITLE,
  steps: [
    step('opened', '开启批次', 'Opened', 'done', '2026-03-01'),
    step('received', '收件', 'Received', 'done', '2026-03-08'),
    step('accepted', '受理', 'Accepted', 'done', '2026-03-12'),
    step('reviewed', '专家评审', 'Reviewed', 'done', '2026-03-20'),
    step('decided', '局务会决定', 'Decision', state.decision ? 'done' : 'now', state.decision?.on ?? null),
    step('recommended', '推荐', 'Recommended', state.decision ? 'now' : 'next'),
    step('filed', '备案', 'Filed', 'next'),
  ],
  funnel: [
    { label: w('收件', 'Received'), count: 8 },
    { label: w('受理', 'Accepted'), count: 7 },
    { label: w('评审', 'Reviewed'), count: 7 },
    { label: w('合格', 'Passed'), count: 6 },
    { label: w('择优', 'Selected'), count: state.decision?.selected ?? 0 },
    { label: w('备案', 'Filed'), count: 0 },
  ],
  applications: ROWS,
  meeting: 'm1',
  decision: state.decision,
  recommendation: state.recommendation,
  papers: state.memo === null ? papers : [...papers, state.memo],
  entries: [1, 2, 3, 4].map((n) => ({
    n: String(n),
    kind: 'application.received',
    label: w('收件', 'Application received'),
    hash16: 'a1b2c3d4e5f60718',
  })),
})

export const files = () =>
  ROWS.slice(0, 7).map((row) => ({
    application: row.id,
    name: row.name,
    county: row.county,
    seats: EXPERTS.slice(0, 7).map((expert, at) => ({
      expert: expert.expert,
      state: expert.recused.some((recusal) => recusal.application === row.id)
        ? 'recused'
        : state.signed.has(`${row.id}/${expert.expert}`) || at > 1
          ? 'signed'
          : state.drafts.has(`${row.id}/${expert.expert}`)
            ? 'draft'
            : 'open',
    })),
  }))

export const meetingPage = (): MeetingPage => ({
  id: 'm1',
  batch: 'b1',
  batch_name: batch.name,
  held_on: '2026-03-20',
  place: '样例会议室',
  state: state.drawn ? state.meetingState : 'called',
  steps: [
    step('called', '召集', 'Called', 'done', '2026-03-13'),
    step('drawn', '抽取专家', 'Drawn', state.drawn ? 'done' : 'now', state.drawn ? '2026-03-18' : null),
    step('signed', '评分', 'Sheets signed', state.meetingState === 'drawn' ? 'now' : 'next'),
    step('revealed', '拆封计分', 'Revealed', state.meetingState === 'revealed' ? 'done' : 'next'),
    step('concluded', '印发备忘录', 'Memo issued', state.memo ? 'done' : 'next'),
  ],
  pool: 36,
  suggested_seats: ['财务', '外贸', '检测', '汽车流通', '法律'].map((specialty, at) => ({
    specialty,
    seats: at < 2 ? 2 : 1,
  })),
  suggested_reserves: 2,
  suggested_seed: '样例种子 甲乙丙',
  draw: state.drawn
    ? {
        seed: '样例种子 甲乙丙',
        algorithm: 'sha256-lots-1',
        pool_sha256: '5f2e'.repeat(16),
        drawn_on: '2026-03-18',
        by: '样例·林书',
      }
    : null,
  panel: state.drawn ? EXPERTS.slice(0, 7) : [],
  reserves: state.drawn ? EXPERTS.slice(7) : [],
  files: files(),
  memo: state.memo,
  entries: [
    { n: '40', kind: 'meeting.panel_drawn', label: w('抽取专家', 'Panel drawn'), hash16: 'b0c1d2e3f4051627' },
  ],
})

export const outcomePage = (): OutcomePage => ({
  meeting: 'm1',
  batch: 'b1',
  batch_name: batch.name,
  pass_line: '70.00',
  clause: CLAUSES.outcome,
  ranking: ROWS.slice(0, 7).map((row, at) => ({
    application: row.id,
    name: row.name,
    county: row.county,
    rank: row.rank,
    score: row.score,
    passed: Number(row.score) >= 70,
    valid_sheets: 7,
    dropped: ['E02', 'E05'],
    tie_broken_by: at === 2 ? 'E' : null,
    reason: w(
      '7份有效，去掉最高最低各一份，取平均。',
      'Seven valid sheets, highest and lowest dropped, mean of the rest.',
    ),
    sheets: EXPERTS.slice(0, 7).map((expert, seat) => ({
      expert: expert.expert,
      total:
        seat === 6 && at === 4
          ? null
          : `${Math.round(Number(row.score) + [0.4, 6, -1, 1, -7, 0, 0.6][seat]!)}.50`,
      kept: seat !== 1 && seat !== 4,
      veto: null,
    })),
  })),
  memo: state.memo,
})

export const enterprises: EnterpriseRow[] = ROWS.map((row, at) => ({
  id: row.enterprise,
  name: row.name,
  pinyin: row.pinyin,
  uscc: row.uscc,
  county: row.county,
  state: at === 0 ? 'filed' : at === 1 ? 'suspended' : 'registered',
  state_label: [w('已备案', 'Filed'), w('停发中', 'Suspended')][at] ?? w('已登记', 'Registered'),
  filed_on: at < 2 ? '2025-05-20' : null,
  licences: at === 0 ? 2 : 0,
}))

export const licences: LicenceView[] = ['issued', 'refused', 'drafted'].map((kind, at) => ({
  id: `l${at + 1}`,
  state: kind,
  state_label: [w('已签发', 'Issued'), w('不予签发', 'Refused'), w('待审签', 'Drafted')][at]!,
  number: at === 0 ? '样证〔2026〕1号' : null,
  vin: `LSAMPLE00T000000${at + 1}`,
  country: '哈萨克斯坦',
  value: '12500',
  currency: 'USD',
  drafted_by: '样例·方明',
  drafted_on: '2026-03-02',
  issued_on: at === 0 ? '2026-03-03' : null,
  approved_by: at === 2 ? null : '样例·顾衡',
  valid_until: at === 0 ? '2026-09-03' : null,
  findings:
    at === 1
      ? [
          {
            rule: 'use_life',
            clause: CLAUSES.cars,
            verdict: 'not_met',
            facts: [
              { name: 'required_end', label: w('要求使用年限止', 'Required end'), value: '2026-11-30' },
            ],
            message: w('距要求使用年限止不足1年，不得出口。', 'Within one year of the required end of use.'),
          },
        ]
      : findingsOf(ROWS[0]!),
}))

export const suspensions: SuspensionView[] = [
  {
    id: 's1',
    state: 'running',
    state_label: w('停发中', 'Running'),
    ground: w('未按要求开展工作', 'Work not done as required'),
    facts: '2026年1月、2月月报逾期未报（样例）。',
    rectify: '补报月报并提交整改报告。',
    rectify_by: '2026-04-15',
    statement: '',
    drafted_by: '样例·方明',
    drafted_on: '2026-03-02',
    approved_by: '样例·顾衡',
    approved_on: '2026-03-04',
    delivered_on: '2026-03-05',
    last_day: '2026-06-05',
    resumes_on: null,
    rectified_on: null,
    clause: CLAUSES.supervision,
  },
]
