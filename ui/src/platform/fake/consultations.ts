import type { AwaitedReply, ConsultationDone, ConsultationPage, DepartmentView, Verbs } from '@/wire/verbs'
import { receipt, refuse } from './answers'
import { ROWS } from './cases'
import { w } from './words'

/** Departments of the sample cases; what is recorded here lasts until the page is loaded again. */
const DEPARTMENTS = [
  ['police', '公安', 'Public security', '样例市公安局', 'Sample police bureau'],
  ['market', '市场监管', 'Market regulation', '样例市市场监督管理局', 'Sample market regulator'],
  ['customs', '海关', 'Customs', '样例海关', 'Sample customs'],
  ['commerce', '商务', 'Commerce', '样例市商务局', 'Sample bureau of commerce'],
  ['safety', '安全生产', 'Work safety', '样例市应急管理局', 'Sample emergency management'],
] as const
const LABELS = {
  not_asked: w('未征求', 'Not asked'),
  waiting: w('已征求，待复', 'Asked, waiting'),
  overdue: w('逾期未复（待登记）', 'Overdue, no reply yet'),
  no_reply: w('逾期未复', 'No reply by the due date'),
  answered_none: w('答复：无严重违法违规记录', 'Answered: no serious record'),
  answered_serious: w('答复：有严重违法违规记录', 'Answered: a serious record'),
  answered_cannot_say: w('答复：不能确认', 'Answered: cannot say'),
}
type State = keyof typeof LABELS
const SILENCE = w('逾期未复，该项待核', 'No reply: stays to verify')
const BY = '样例·方明'
const pages = new Map<string, ConsultationPage>()

function stand(view: DepartmentView, state: State): DepartmentView {
  view.state = state
  view.state_label = LABELS[state]
  return view
}

function asked(view: DepartmentView, application: string, on: string, due: string, letter: string) {
  view.consultation = `${application}-${view.department}`
  view.asked_on = on
  view.due = due
  view.letter_no = letter === '' ? null : letter
  return stand(view, due < '2026-03-21' ? 'overdue' : 'waiting')
}

function fresh(id: string): ConsultationPage {
  const row = ROWS.find((each) => each.id === id) ?? ROWS[0]!
  const departments = DEPARTMENTS.map(([department, zh, en, body, bodyEn]): DepartmentView => ({
    department,
    name: w(zh, en),
    body: w(body, bodyEn),
    consulted: department !== 'commerce',
    consultation: null,
    state: 'not_asked',
    state_label: LABELS.not_asked,
    asked_on: null,
    letter_no: null,
    due: null,
    due_note: null,
    reminders: [],
    silence: null,
    reply: null,
    fact: null,
    fact_from: null,
    withdrawn: [],
    entries: [],
  }))
  const [police, market] = departments
  reply(asked(police!, id, '2026-03-05', '2026-03-19', '样商函〔2026〕7号'), 'serious', {
    on: '2026-03-12',
    replied_on: '2026-03-11',
    document_no: '样公函〔2026〕3号',
    description: '样例：2025年因走私普通货物被行政处罚。',
    scans: '样例卷2第3页',
  })
  asked(market!, id, '2026-03-05', '2026-03-19', '样商函〔2026〕7号')
  return {
    application: id,
    name: row.name,
    batch: 'b1',
    open: true,
    stage_label: row.state_label,
    clause: {
      id: '细则14',
      text: w('市局书面征求有关部门意见；未复不视为无记录。', 'Departments are asked; silence is no answer.'),
    },
    working_days: 10,
    no_reply: 'stays_to_verify',
    no_reply_label: SILENCE,
    departments,
  }
}

interface Written {
  on: string
  replied_on: string
  document_no: string
  description: string
  scans: string
}

function reply(view: DepartmentView, record: string, written: Written) {
  view.reply = {
    ...written,
    by: BY,
    document_no: written.document_no === '' ? null : written.document_no,
    record,
    record_label: LABELS[`answered_${record}` as State],
    late: view.due === null ? null : written.on > view.due,
    applied: true,
    corrections: view.reply?.corrections ?? [],
  }
  view.fact = record === 'cannot_say' ? null : record
  view.fact_from = view.fact === null ? null : 'reply'
  return stand(view, `answered_${record}` as State)
}

const page = (id: string): ConsultationPage => {
  const kept = pages.get(id) ?? fresh(id)
  pages.set(id, kept)
  return kept
}

const all = () => [...pages.values()].flatMap((each) => each.departments.map((view) => ({ each, view })))
const found = (consultation: string) => all().find(({ view }) => view.consultation === consultation)!

function done(id: string, zh: string, en: string): ConsultationDone {
  return { receipt: receipt(id, [`case:${id}`, 'today']), notes: zh === '' ? [] : [w(zh, en)] }
}

type Handlers = {
  [V in Extract<keyof Verbs, `consultation.${string}`>]: (request: Verbs[V]['request']) => Verbs[V]['reply']
}

export const consultations: Handlers = {
  'consultation.view': ({ id }) => page(id),
  'consultation.list': () =>
    all()
      .filter(({ view }) => ['waiting', 'overdue', 'no_reply'].includes(view.state))
      .map(({ each, view }): AwaitedReply => ({
        consultation: view.consultation ?? '',
        application: each.application,
        name: each.name,
        pinyin: '',
        county: '镜湖区',
        batch: each.batch,
        department: view.department,
        department_name: view.name,
        state: view.state,
        state_label: view.state_label,
        asked_on: view.asked_on ?? '',
        letter_no: view.letter_no,
        due: view.due,
        reminders: view.reminders.length,
        reminded_on: view.reminders.at(-1)?.on ?? null,
      })),
  'consultation.ask': ({ applications, departments, on, letter_no }) => {
    const wanted = applications.flatMap((id) =>
      page(id)
        .departments.filter((view) => view.consulted && view.state === 'not_asked')
        .filter((view) => departments.length === 0 || departments.includes(view.department))
        .map((view) => ({ id, view })),
    )
    if (wanted.length === 0) refuse('departments', '各部门均已征求。', 'Every department has been asked.')
    for (const { id, view } of wanted) asked(view, id, on, '2026-04-07', letter_no)
    return done(
      applications[0]!,
      `已征求${wanted.length}件，回复期限2026-04-07`,
      `${wanted.length} asked, to be answered by 2026-04-07`,
    )
  },
  'consultation.remind': ({ consultations: ids, on, note }) => {
    for (const id of ids) found(id).view.reminders.push({ on, by: BY, note })
    return done(found(ids[0]!).each.application, '', '')
  },
  'consultation.answer': ({ consultation, record, ...written }) => {
    const { each, view } = found(consultation)
    if (record === 'serious' && written.description === '')
      refuse('description', '违法违规情况未填写', 'What the record is, is blank')
    reply(view, record, written)
    return done(each.application, '已更新，并重新判定。', 'Updated and judged anew.')
  },
  'consultation.correct': ({ consultation, record, reason, ...written }) => {
    const { each, view } = found(consultation)
    const before = view.reply!
    const { document_no, description, record_label } = before
    before.corrections.push({ on: written.on, by: BY, reason, record_label, document_no, description })
    reply(view, record, { ...written, on: before.on })
    return done(each.application, '已更正，并重新判定。', 'Corrected and judged anew.')
  },
  'consultation.withdraw': ({ consultation, on, reason }) => {
    const { each, view } = found(consultation)
    view.withdrawn.push({ on, by: BY, note: reason })
    Object.assign(view, { consultation: null, asked_on: null, due: null, silence: null, reminders: [] })
    stand(view, 'not_asked')
    return done(each.application, '', '')
  },
  'consultation.no_reply': ({ consultations: ids, on, note }) => {
    for (const id of ids) {
      const { view } = found(id)
      view.silence = { on, by: BY, due: view.due ?? '', rule: 'stays_to_verify', label: SILENCE, note }
      stand(view, 'no_reply')
    }
    return done(found(ids[0]!).each.application, SILENCE.zh, SILENCE.en)
  },
  'consultation.record_own': ({ application, department, record, ...written }) => {
    const view = page(application).departments.find((each) => each.department === department)!
    view.consultation = `${application}-${department}`
    reply(view, record, { ...written, replied_on: written.on })
    return done(application, '已更新，并重新判定。', 'Updated and judged anew.')
  },
}
