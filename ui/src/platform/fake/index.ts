/** An invented host for development without Tauri: enough of every verb to look at the screens. All of it is 样例. */
import type { SessionView, Verbs } from '@/wire/verbs'
import { check, memoPdf, receipt, refuse, report, scoringPage } from './answers'
import {
  batch,
  batchPage,
  enterprises,
  licences,
  meetingPage,
  outcomePage,
  papers,
  policies,
  POLICY_TITLE,
  state,
  suspensions,
} from './books'
import { calendarPage, calendarPreview } from './calendar'
import { applicant, casePage, entry, ROWS } from './cases'
import { ACCOUNTS } from './cast'
import { consultations } from './consultations'
import { samplePdf } from './pdf'
import { w } from './words'

type Handlers = { [V in keyof Verbs]: (request: Verbs[V]['request']) => Verbs[V]['reply'] }

const FOLDER = '样例/export-desk'
const books = { folder: FOLDER, office: '芜湖市商务局（样例）', sample: true, accounts: ACCOUNTS }
const params = new URLSearchParams(location.search)
let session: SessionView | null = null
let hasBooks = !params.has('empty')
if (params.has('drawn')) state.meetingState = 'drawn'
if (params.has('called')) state.drawn = false

function signIn(account: string): SessionView {
  const who = ACCOUNTS.find((each) => each.name === account) ?? ACCOUNTS[1]!
  return {
    account: who.name,
    display_name: who.display_name,
    roles: [who.name],
    title: who.title,
    expert: who.name.startsWith('expert') ? `E0${who.name.slice(6)}` : null,
    may: Object.keys(handlers),
    office: books.office,
    sample: true,
    today: '2026-03-21',
    date_set: true,
  }
}

const handlers: Handlers = {
  'program.status': () => ({
    version: '0.1.0',
    suggested_folder: FOLDER,
    books: hasBooks ? books : null,
    session,
  }),
  'books.create_sample': () => ((hasBooks = true), books),
  'books.look': ({ folder }) =>
    folder === FOLDER ? books : refuse('folder', '此处没有账套。', 'There are no books here.'),
  'session.sign_in': ({ account, password }) =>
    password === '' ? refuse('password', '密码不符。', 'Wrong password.') : (session = signIn(account)),
  'session.sign_out': () => ((session = null), {}),
  'session.set_date': ({ date }) => (session = { ...session!, today: date, date_set: true }),
  'application.return': ({ application }) => receipt(application, [`case:${application}`]),
  'application.withdraw': ({ application }) => receipt(application, [`case:${application}`]),
  'calendar.view': () => calendarPage,
  'calendar.preview': ({ text }) => calendarPreview(text),
  'calendar.adopt': ({ year }) => receipt(year, ['calendar']),
  'today.view': () => ({
    date: session!.today,
    calendar_missing: 2027,
    todos: [
      {
        title: w('样例鸠兹：月报逾期', 'Sample Jiuzi: monthly report late'),
        detail: w('2月月报应于3月10日前报送', 'The February report was due on 10 March'),
        clause: '§三(一)',
        due: '2026-03-10',
        urgency: 'late',
        action: w('处理', 'Handle'),
        screen: 'enterprise',
        id: 'e2',
      },
      {
        title: w('记录局务会决定', 'Record the decision'),
        detail: w('样例2026年第一批评审已有结果', 'The review of the sample batch has an outcome'),
        clause: '细则8',
        due: '2026-03-21',
        urgency: 'today',
        action: w('去决定', 'Decide'),
        screen: 'batch',
        id: 'b1',
      },
      {
        title: w('补正期限将到', 'Supplement coming due'),
        detail: w('样例湾沚跨境车业股份有限公司', 'Sample Wanzhi'),
        clause: '细则2',
        due: '2026-03-27',
        urgency: 'soon',
        action: w('查看', 'Look'),
        screen: 'case',
        id: 'a8',
      },
    ],
    batches: [batch],
    figures: [
      { name: 'received', label: w('收到申请', 'Applications received'), value: '8' },
      { name: 'filed', label: w('备案企业', 'Enterprises filed'), value: '2' },
      { name: 'licences', label: w('签发许可证', 'Licences issued'), value: '1286' },
      { name: 'value', label: w('申报金额（美元）', 'Declared value (USD)'), value: '18640250.00' },
    ],
  }),
  'policy.list': () => policies,
  'batch.list': () => [batch],
  'batch.view': batchPage,
  'case.view': ({ id }) => casePage(ROWS.find((row) => row.id === id) ?? ROWS[0]!, POLICY_TITLE),
  ...consultations,
  'meeting.view': meetingPage,
  'sheet.view': ({ application, expert }) => scoringPage(application, expert),
  'outcome.view': outcomePage,
  'enterprise.list': () => enterprises,
  'enterprise.view': ({ id }) => {
    const at = Math.max(
      0,
      enterprises.findIndex((row) => row.id === id),
    )
    return {
      enterprise: enterprises[at]!,
      fields: applicant(ROWS[at]!),
      applications: [ROWS[at]!],
      licences: at === 0 ? licences : [],
      suspensions: at === 1 ? suspensions : [],
      papers: [],
      entries: [entry(7, 'enterprise_registered', '登记企业', 'Enterprise registered', `enterprise/${id}`)],
    }
  },
  'licence.check': check,
  'paper.list': () => (state.memo === null ? papers : [state.memo, ...papers]),
  'paper.view': ({ id }) => ({
    paper: papers.find((paper) => paper.id === id) ?? state.memo,
    pdf: memoPdf('专家组认真评审，同意按得分排序。', '样例专家一'),
    file_name: '评审备忘录.pdf',
  }),
  'file.save': ({ file_name }) => ({ path: `样例/文书/${file_name}` }),
  'paper.save': () => ({ path: '样例/文书/评审备忘录.pdf' }),
  'memo.preview': ({ opinion, chair }) => ({
    paper: null,
    pdf: memoPdf(opinion, chair),
    file_name: 'preview.pdf',
  }),
  'recommendation.preview': ({ signer, contact, phone }) => ({
    paper: null,
    pdf: samplePdf('推荐函（草稿）', [
      `签发人：${signer}`,
      '商务部：',
      '现将我市二手车出口企业推荐如下：',
      ...ROWS.slice(0, 5).map((row) => row.name),
      `联系人：${contact} ${phone}`,
    ]),
    file_name: 'preview.pdf',
  }),
  'ledger.entries': ({ before }) => {
    const top = before === null ? state.lastEntry : Number(before) - 1
    return {
      entries: Array.from({ length: Math.min(50, top) }, (_, at) =>
        entry(top - at, 'application_received', '收到申请', 'Application received', 'application/a1'),
      ),
      total: String(state.lastEntry),
      head: entry(state.lastEntry, '', '', '', '').hash,
    }
  },
  'ledger.verify': () => ({
    ok: true,
    entries: String(state.lastEntry),
    head: entry(state.lastEntry, '', '', '', '').hash,
    first_bad_entry: null,
    differences: [],
  }),
  'template.export': ({ kind }) => ({ file_name: `${kind}.xlsx`, content: btoa('sample') }),
  'import.preview_filings': ({ file_name }) => report(file_name, false),
  'import.preview_experts': ({ file_name }) => report(file_name, false),
  'import.preview_sheets': ({ file_name }) => report(file_name, false),
  'import.rejects': () => ({ file_name: 'rejects.xlsx', content: btoa('sample') }),
  'batch.open': () => receipt('b1', ['batches', 'today']),
  'import.filings': ({ file }) => report(file.file_name, true),
  'import.experts': ({ file }) => report(file.file_name, true),
  'import.sheets': ({ file }) => report(file.file_name, true),
  'application.accept': () => receipt(null, ['batch:b1']),
  'application.refuse': () => receipt(null, ['batch:b1']),
  'meeting.call': () => receipt('m1', ['batch:b1']),
  'meeting.draw': () => ((state.drawn = true), (state.meetingState = 'drawn'), receipt(null, ['meeting:m1'])),
  'sheet.save_draft': ({ application, expert, sheet }) => (
    state.drafts.set(`${application}/${expert}`, sheet),
    {}
  ),
  'sheet.sign': ({ application, expert }) => (
    state.signed.add(`${application}/${expert}`),
    receipt(null, ['meeting:m1'])
  ),
  'meeting.reveal': () => ((state.meetingState = 'revealed'), receipt(null, ['meeting:m1', 'batch:b1'])),
  'memo.issue': () => ((state.memo = { ...papers[0]!, id: 'p2' }), receipt('p2', ['meeting:m1', 'papers'])),
  'batch.decide': ({ on, minutes_no, selected, reason }) => {
    state.decision = {
      on,
      minutes_no,
      selected: selected.length,
      passed_over: 7 - selected.length,
      reason,
      by: session!.display_name,
    }
    return receipt(null, ['batch:b1', 'today'])
  },
  'recommendation.draft': () => {
    state.recommendation = {
      state: 'drafted',
      drafted_by: session!.display_name,
      drafted_on: session!.today,
      approved_by: null,
      approved_on: null,
      paper: null,
      number: null,
      answer: null,
      enterprises: ROWS.slice(0, 5),
    }
    return receipt(null, ['batch:b1'])
  },
  'recommendation.approve': () => {
    if (state.recommendation?.drafted_by === session!.display_name)
      refuse('approved_by', '拟稿人不得审签。', 'Who drafted may not approve.')
    state.recommendation = {
      ...state.recommendation!,
      state: 'approved',
      approved_by: session!.display_name,
      approved_on: session!.today,
      paper: 'p1',
      number: '样商〔2026〕2号',
    }
    return receipt('p1', ['batch:b1', 'papers'])
  },
  'recommendation.answer': () => receipt(null, ['batch:b1']),
  'licence.draft': () => receipt('l4', ['enterprise:e1']),
  'licence.approve': () => refuse('approved_by', '拟稿人不得审签。', 'Who drafted may not approve.'),
  'suspension.draft': () => receipt('s2', ['enterprise:e2']),
  'suspension.approve': () => receipt(null, ['enterprise:e2']),
  'suspension.deliver': () => receipt(null, ['enterprise:e2']),
  'suspension.rectify': () => receipt(null, ['enterprise:e2']),
}

// `?as=officer` starts signed in, for looking at one screen.
if (params.has('as')) session = signIn(params.get('as') ?? '')

/** Answers as the host would, a moment later. */
export async function answer(verb: keyof Verbs, request: unknown): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, 20))
  const handler = handlers[verb] as (request: unknown) => unknown
  return structuredClone(handler(JSON.parse(JSON.stringify(request))))
}
