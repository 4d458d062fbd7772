// Generated from src-tauri/office/src/{verbs.rs,wire/}: `cargo run -p office --example wire`. Do not edit.

export type AcceptApplications = { batch: string, applications: Array<string>, on: string, };

export type AcceptImport = { file: ImportFile, 
/**
 * Take the good rows although others have faults.
 */
accept_good: boolean, on: string, };

export type AccountView = { name: string, display_name: string, title: Words, sample_password: string | null, };

export type ActOn = { id: string, on: string, };

export type AdoptCalendar = { year: string, document: string, text: string, reason: string, on: string, };

export type AnswerConsultation = { consultation: string, 
/**
 * The day the reply was received.
 */
on: string, 
/**
 * The date the reply bears.
 */
replied_on: string, document_no: string, 
/**
 * `none`, `serious` or `cannot_say`.
 */
record: string, description: string, 
/**
 * Where the scans are kept, in words.
 */
scans: string, };

export type ApplicationRow = { id: string, enterprise: string, name: string, 
/**
 * Initials and full pinyin of the name, for filtering.
 */
pinyin: string, uscc: string, county: string, 
/**
 * `received`, `judged`, `accepted`, `refused`, `in_review`, `reviewed`, `selected`, `passed_over`,
 * `recommended`, `filed`, `declined`.
 */
state: string, state_label: Words, 
/**
 * `met`, `to_verify`, `not_met`.
 */
verdict: string, 
/**
 * How many of its findings are not met, and how many are to verify.
 */
not_met: number, to_verify: number, score: string | null, rank: number | null, received_on: string, };

export type ApproveRecommendation = { batch: string, on: string, };

export type AskDepartments = { applications: Array<string>, 
/**
 * Departments' ids; empty = every department the policy version consults and that was not asked yet.
 */
departments: Array<string>, 
/**
 * The day the letter was sent.
 */
on: string, 
/**
 * Blank = without a number.
 */
letter_no: string, };

export type AwaitedReply = { consultation: string, application: string, name: string, 
/**
 * Initials and full pinyin of the name, for filtering.
 */
pinyin: string, county: string, batch: string, department: string, department_name: Words, 
/**
 * `waiting`, `overdue` or `no_reply`.
 */
state: string, state_label: Words, asked_on: string, letter_no: string | null, due: string | null, reminders: number, reminded_on: string | null, };

export type BatchPage = { batch: BatchRow, policy_title: Words, steps: Array<StepView>, funnel: Array<FunnelStep>, applications: Array<ApplicationRow>, meeting: string | null, decision: DecisionView | null, recommendation: RecommendationView | null, papers: Array<PaperRow>, entries: Array<EntryRef>, };

export type BatchRow = { id: string, name: string, policy: string, opens_on: string, closes_on: string, quota: number | null, received: number, accepted: number, reviewed: number, recommended: number, filed: number, 
/**
 * What comes next, in words.
 */
stage: Words, };

export type BooksView = { folder: string, office: string, 
/**
 * Sample books accept a set date, and their papers say 样例.
 */
sample: boolean, accounts: Array<AccountView>, };

export type ById = { id: string, };

export type CalendarAct = { on: string, by: string, 
/**
 * Why it replaced another; empty where it did not.
 */
reason: string, entry: string, };

export type CalendarDay = { on: string, worked: boolean, holiday: Words, 
/**
 * Against the table that stands: `same`, `new`, `changed` or `gone`.
 */
change: string, };

export type CalendarPage = { 
/**
 * The latest year first.
 */
years: Array<CalendarYear>, 
/**
 * The first year of which no table is known.
 */
next: number, };

export type CalendarPreview = { days: Array<CalendarDay>, days_off: number, workdays: number, };

export type CalendarYear = { year: number, documents: Array<string>, days_off: number, workdays: number, 
/**
 * The table a line a span, as it can be entered again.
 */
text: string, 
/**
 * `None`: it came with the program.
 */
adopted: CalendarAct | null, };

export type CallMeeting = { batch: string, held_on: string, place: string, };

export type CasePage = { application: ApplicationRow, batch: string, batch_name: string, policy: string, policy_title: Words, steps: Array<StepView>, 
/**
 * The applicant's fields as received: caption and value.
 */
applicant: Array<Field>, facts: Array<Field>, materials: Array<MaterialView>, findings: Array<FindingView>, judged_on: string | null, review: ReviewView | null, papers: Array<PaperRow>, entries: Array<EntryView>, };

export type ClauseText = { id: string, text: Words, };

export type ConsultationDone = { receipt: Receipt, notes: Array<Words>, };

export type ConsultationPage = { application: string, name: string, batch: string, 
/**
 * Whether departments may still be asked; once the case is before the experts they are not.
 */
open: boolean, stage_label: Words, clause: ClauseText, 
/**
 * The time limit of the policy version.
 */
working_days: number, 
/**
 * What silence means: `stays_to_verify` or `no_objection`.
 */
no_reply: string, no_reply_label: Words, departments: Array<DepartmentView>, };

export type CorrectConsultation = { consultation: string, on: string, replied_on: string, document_no: string, record: string, description: string, scans: string, 
/**
 * Why the reply recorded before does not stand.
 */
reason: string, };

export type CorrectionView = { on: string, by: string, reason: string, record_label: Words, document_no: string | null, description: string, };

export type DecideBatch = { batch: string, on: string, 
/**
 * The bureau meeting, e.g. 局务会议〔2026〕第12次 as the office writes it.
 */
minutes_no: string, selected: Array<string>, 
/**
 * Why, where the selection departs from the ranking.
 */
reason: string, };

export type DecisionView = { on: string, minutes_no: string, selected: number, passed_over: number, reason: string, by: string, };

export type DepartmentView = { department: string, name: Words, body: Words, 
/**
 * Asked by letter; otherwise the bureau's own record answers.
 */
consulted: boolean, 
/**
 * The consultation that stands, if there is one.
 */
consultation: string | null, 
/**
 * `not_asked`, `waiting`, `overdue`, `no_reply`, `answered_none`, `answered_serious`, `answered_cannot_say`.
 */
state: string, state_label: Words, asked_on: string | null, letter_no: string | null, due: string | null, 
/**
 * Why there is no due date, where a holiday table is missing.
 */
due_note: Words | null, reminders: Array<NoteView>, 
/**
 * The recorded silence; it stays when a late reply comes.
 */
silence: SilenceView | null, reply: ReplyView | null, 
/**
 * The fact the case is judged on: `none`, `serious`; `None` is to verify.
 */
fact: string | null, 
/**
 * What the fact rests on: `reply`, `silence`, or `declared` (by the applicant, or verified by the office).
 */
fact_from: string | null, 
/**
 * Requests that were withdrawn: day, who, reason.
 */
withdrawn: Array<NoteView>, entries: Array<EntryRef>, };

export type Dimension = { id: string, name: Words, max: string, items: Array<RubricItem>, };

export type DraftLicence = { enterprise: string, on: string, vin: string, plate: string, 
/**
 * Classes and uses of `use-life`, e.g. `car_small`, `private`.
 */
class: string, use: string, registered: string, manufactured: string | null, hs_code: string, contract_no: string, port: string, country: string, currency: string, 
/**
 * Declared value in the currency's main unit, a decimal string.
 */
value: string, owner_is_exporter: boolean | null, lawful_source: boolean | null, inspection_passed: boolean | null, inspection_body_listed: boolean | null, encumbered: boolean | null, customs_supervised: boolean | null, exported: boolean | null, deregistered: boolean | null, access_ok: boolean | null, 
/**
 * The use was never changed since registration. A car whose use did change is to be verified: its limit depends on
 * the changes, which this form does not take yet.
 */
use_unchanged: boolean | null, };

export type DraftRecommendation = { batch: string, on: string, signer: string, contact: string, phone: string, };

export type DraftSuspension = { enterprise: string, on: string, 
/**
 * `duties_not_done`, `responsibility_not_borne` or `violation_with_effect` (plan §三(一)).
 */
ground: string, facts: string, 
/**
 * What is to be put right, and by when.
 */
rectify: string, rectify_by: string, noticed_on: string, 
/**
 * What the enterprise said in its defence; empty = it waived its statement.
 */
statement: string, };

export type DrawPanel = { meeting: string, 
/**
 * The seed text entered before witnesses.
 */
seed: string, seats: Array<SeatQuota>, reserves: number, on: string, };

export type DrawView = { seed: string, algorithm: string, pool_sha256: string, drawn_on: string, by: string, };

export type EnterprisePage = { enterprise: EnterpriseRow, fields: Array<Field>, applications: Array<ApplicationRow>, licences: Array<LicenceView>, suspensions: Array<SuspensionView>, papers: Array<PaperRow>, entries: Array<EntryView>, };

export type EnterpriseRow = { id: string, name: string, pinyin: string, uscc: string, county: string, 
/**
 * `registered`, `filed` or `suspended` as of today.
 */
state: string, state_label: Words, filed_on: string | null, licences: number, };

export type EntriesPage = { entries: Array<EntryView>, total: string, head: string, };

export type EntriesRequest = { 
/**
 * Entries before this number (exclusive); `None` = from the head.
 */
before: string | null, limit: number, };

export type EntryRef = { n: string, kind: string, label: Words, hash16: string, };

export type EntryView = { n: string, kind: string, label: Words, stream: string, by: string, role: string, effective_on: string, recorded_at: string, policy: string, clause: string, hash: string, 
/**
 * The stored body, as it was hashed.
 */
body: string, };

export type FactView = { name: string, label: Words, value: string | null, };

export type Failure = { 
/**
 * `refused` (a rule says no), `not_allowed` (the role), `not_signed_in`, `invalid` (the request),
 * `conflict` (someone was faster), `not_found`, `books` (the folder), `internal`.
 */
code: string, message: Words, faults: Array<Fault>, };

export type Fault = { code: string, 
/**
 * The request's field, where there is one.
 */
field: string | null, 
/**
 * For files: sheet, row and column, e.g. `申请` / 7 / `C 统一社会信用代码`.
 */
sheet: string | null, row: number | null, column: string | null, clause: string | null, message: Words, remedy: Words, };

export type Field = { name: string, label: Words, 
/**
 * `None` is "not known" (待核).
 */
value: string | null, };

export type Figure = { name: string, label: Words, value: string, };

export type FileOut = { file_name: string, content: string, };

export type FileProgress = { application: string, name: string, county: string, seats: Array<SeatProgress>, };

export type FindingView = { rule: string, clause: ClauseText, 
/**
 * `met`, `to_verify` or `not_met`.
 */
verdict: string, facts: Array<FactView>, message: Words, };

export type FolderRequest = { folder: string, };

export type FunnelStep = { label: Words, count: number, };

export type ImportFile = { 
/**
 * The batch for `filings`, the meeting for `sheets`, empty for `experts`.
 */
target: string, file_name: string, content: string, };

export type ImportReport = { file_name: string, sha256: string, rows: number, good: number, 
/**
 * Good rows that are already in the books as they stand.
 */
unchanged: number, faults: Array<Fault>, warnings: Array<Fault>, 
/**
 * Values that were cleaned: what stood there and what was read.
 */
cleaned: Array<Fault>, preview: Array<PreviewRow>, 
/**
 * Set when rows were taken.
 */
receipt: Receipt | null, };

export type LicenceCheck = { 
/**
 * `ok`, `refused` or `to_verify`.
 */
verdict: string, findings: Array<FindingView>, valid_until: string | null, };

export type LicenceView = { id: string, 
/**
 * `drafted`, `issued`, `refused`, `expired` (as of today).
 */
state: string, state_label: Words, number: string | null, vin: string, country: string, value: string, currency: string, drafted_by: string, drafted_on: string, issued_on: string | null, approved_by: string | null, valid_until: string | null, findings: Array<FindingView>, };

export type MaterialView = { no: string, name: Words, required: boolean, provided: boolean, copies: number, pages: number, original_seen: boolean, valid_until: string | null, remark: string, };

export type MeetingPage = { id: string, batch: string, batch_name: string, held_on: string, place: string, 
/**
 * `called`, `drawn`, `revealed` or `concluded` (memo issued).
 */
state: string, steps: Array<StepView>, pool: number, suggested_seats: Array<SeatQuota>, suggested_reserves: number, 
/**
 * Sample books suggest the seed whose panel the sample sheets were made for.
 */
suggested_seed: string | null, draw: DrawView | null, panel: Array<PanelMember>, reserves: Array<PanelMember>, 
/**
 * Progress by file and seat: who has signed, never a score.
 */
files: Array<FileProgress>, memo: PaperRow | null, entries: Array<EntryRef>, };

export type MemoRequest = { meeting: string, on: string, chair: string, 
/**
 * The panel's opinion in its own words; the facts are filled in by the program.
 */
opinion: string, };

export type MinistryAnswerView = { on: string, document_no: string, filed: number, declined: number, };

export type NoteView = { on: string, by: string, note: string, };

export type Nothing = Record<symbol, never>;

export type OpenBatch = { name: string, policy: string, opens_on: string, closes_on: string, 
/**
 * How many the bureau may select; `None` = no quota.
 */
quota: number | null, };

export type OutcomePage = { meeting: string, batch: string, batch_name: string, pass_line: string, clause: ClauseText, ranking: Array<RankRow>, memo: PaperRow | null, };

export type PanelMember = { 
/**
 * The expert's number in the pool.
 */
expert: string, name: string, specialty: string, employer: string, 
/**
 * Applications this expert is recused from: application id and reason.
 */
recused: Array<RecusalView>, };

export type PaperRow = { id: string, 
/**
 * `review_memo` or `recommendation`.
 */
kind: string, title: Words, number: string, dated: string, pages: number, sha256: string, entry: string, };

export type PaperView = { paper: PaperRow | null, pdf: string, file_name: string, };

export type PolicyRow = { id: string, title: Words, effective_from: string, 
/**
 * The last day of effect; `None` while no end is set.
 */
effective_until: string | null, };

export type PreviewRow = { row: number, title: string, cells: Array<string>, 
/**
 * `new`, `unchanged` or `fault`.
 */
state: string, note: Words | null, };

export type RankRow = { application: string, name: string, county: string, rank: number | null, score: string | null, passed: boolean, valid_sheets: number, 
/**
 * The experts whose totals were dropped.
 */
dropped: Array<string>, 
/**
 * `E`, `B`, `paid_in_capital` or `chair`.
 */
tie_broken_by: string | null, reason: Words, 
/**
 * Each valid sheet's total, by expert, after the reveal: expert, total, kept.
 */
sheets: Array<SheetTotal>, };

export type Receipt = { 
/**
 * The id of what was made, where something was made.
 */
id: string | null, entries: Array<EntryRef>, 
/**
 * Topics to refresh: `today`, `batches`, `batch:<id>`, `case:<id>`, `enterprise:<id>`, `meeting:<id>`, `papers`.
 */
changed: Array<string>, };

export type RecommendationView = { 
/**
 * `drafted`, `approved` or `answered`.
 */
state: string, drafted_by: string, drafted_on: string, approved_by: string | null, approved_on: string | null, paper: string | null, number: string | null, answer: MinistryAnswerView | null, enterprises: Array<ApplicationRow>, };

export type RecordAnswer = { batch: string, on: string, document_no: string, 
/**
 * The applications filed; the others of the recommendation are declined.
 */
filed: Array<string>, reason_declined: string, };

export type RecordNoReply = { consultations: Array<string>, on: string, note: string, };

export type RecordOwn = { application: string, department: string, on: string, 
/**
 * The register or file that was looked up, by its number where it has one.
 */
document_no: string, record: string, description: string, scans: string, };

export type RecusalView = { application: string, reason: Words, };

export type RefuseApplication = { application: string, on: string, reason: string, };

export type RemindDepartments = { consultations: Array<string>, on: string, 
/**
 * How, and who was spoken to.
 */
note: string, };

export type ReplyView = { 
/**
 * Received.
 */
on: string, by: string, replied_on: string, document_no: string | null, record: string, record_label: Words, description: string, scans: string, 
/**
 * After the due date; `None` where none could be told.
 */
late: boolean | null, 
/**
 * The case's fact follows it; otherwise it came after the case went before the experts.
 */
applied: boolean, corrections: Array<CorrectionView>, };

export type RevealMeeting = { meeting: string, on: string, 
/**
 * Order the chair decides for ties that nothing else breaks, application ids, first the better.
 */
chair_order: Array<string>, };

export type ReviewView = { meeting: string, score: string | null, rank: number | null, passed: boolean, reason: Words, clause: ClauseText, };

export type RubricItem = { id: string, name: Words, max: string, objective: boolean, };

export type SaveSheet = { meeting: string, application: string, expert: string, sheet: SheetDraft, };

export type Saved = { path: string, };

export type ScoringPage = { meeting: string, application: string, expert: PanelMember, name: string, county: string, brief: Array<Field>, materials: Array<MaterialView>, findings: Array<FindingView>, rubric: Array<Dimension>, step: string, 
/**
 * The grounds a veto may name.
 */
vetoes: Array<VetoOption>, sheet: SheetDraft, signed: boolean, 
/**
 * The other files of this expert at this meeting, in order, for "next".
 */
files: Array<FileProgress>, };

export type SeatProgress = { expert: string, 
/**
 * `recused`, `open`, `draft` or `signed`.
 */
state: string, };

export type SeatQuota = { specialty: string, seats: number, };

export type SessionView = { account: string, display_name: string, 
/**
 * `county_clerk`, `bureau_officer`, `section_reviewer`, `signing_leader`, `expert`, `meeting_secretary`,
 * `system_admin`, `security_admin`, `auditor`.
 */
roles: Array<string>, title: Words, 
/**
 * The expert's number, if this account is an expert's.
 */
expert: string | null, 
/**
 * The verbs this account may use.
 */
may: Array<string>, office: string, sample: boolean, today: string, 
/**
 * True when the date of sample books was set by hand.
 */
date_set: boolean, };

export type SetDate = { date: string, };

export type SheetDraft = { scores: { [key in string]: string }, 
/**
 * The reason, where the expert abstains from this file.
 */
abstain: string | null, 
/**
 * Where the expert vetoes this file.
 */
veto: VetoDraft | null, };

export type SheetRequest = { meeting: string, application: string, expert: string, };

export type SheetTotal = { expert: string, 
/**
 * `None` for an abstention.
 */
total: string | null, kept: boolean, veto: string | null, };

export type SignIn = { folder: string, account: string, password: string, };

export type SilenceView = { on: string, by: string, due: string, 
/**
 * `stays_to_verify` or `no_objection`.
 */
rule: string, label: Words, note: string, };

export type Status = { version: string, 
/**
 * Where new books are put unless told otherwise.
 */
suggested_folder: string, 
/**
 * The books in the suggested folder (or the folder named at start), if there are any.
 */
books: BooksView | null, session: SessionView | null, };

export type StepView = { step: string, label: Words, 
/**
 * `done`, `now`, `next` or `off` (an off-ramp was taken).
 */
state: string, on: string | null, due: string | null, by: string | null, note: Words | null, };

export type SuspensionAct = { enterprise: string, suspension: string, on: string, 
/**
 * Delivery: how and to whom. Rectification: what was seen.
 */
note: string, };

export type SuspensionView = { id: string, 
/**
 * `drafted`, `approved`, `running`, `ended` or `awaiting_rectification` as of today.
 */
state: string, state_label: Words, ground: Words, facts: string, rectify: string, rectify_by: string, statement: string, drafted_by: string, drafted_on: string, approved_by: string | null, approved_on: string | null, delivered_on: string | null, last_day: string | null, 
/**
 * The day licences open again, once the rectification is accepted.
 */
resumes_on: string | null, rectified_on: string | null, clause: ClauseText, };

export type TemplateRequest = { 
/**
 * `filings`, `experts` or `sheets`.
 */
kind: string, };

export type Today = { date: string, 
/**
 * The next working days' table is missing (未维护节假日), so deadlines are provisional.
 */
calendar_missing: number | null, todos: Array<Todo>, batches: Array<BatchRow>, figures: Array<Figure>, };

export type Todo = { title: Words, detail: Words, clause: string | null, due: string | null, 
/**
 * `late`, `today`, `soon` or `open`.
 */
urgency: string, 
/**
 * The caption of the one button.
 */
action: Words, 
/**
 * The screen that does it: `batch`, `case`, `meeting`, `enterprise`, `recommendation`, and the id there.
 */
screen: string, id: string, };

export type VerifyReport = { ok: boolean, entries: string, head: string, first_bad_entry: string | null, differences: Array<Words>, };

export type VetoDraft = { ground: string, reason: string, };

export type VetoOption = { id: string, name: Words, };

export type WithdrawConsultation = { consultation: string, on: string, reason: string, };

export type Words = { zh: string, en: string, };

export interface Verbs {
  "program.status": { request: Nothing; reply: Status };
  "books.create_sample": { request: FolderRequest; reply: BooksView };
  "books.look": { request: FolderRequest; reply: BooksView };
  "session.sign_in": { request: SignIn; reply: SessionView };
  "session.sign_out": { request: Nothing; reply: Nothing };
  "session.set_date": { request: SetDate; reply: SessionView };
  "today.view": { request: Nothing; reply: Today };
  "policy.list": { request: Nothing; reply: Array<PolicyRow> };
  "batch.list": { request: Nothing; reply: Array<BatchRow> };
  "batch.view": { request: ById; reply: BatchPage };
  "case.view": { request: ById; reply: CasePage };
  "consultation.view": { request: ById; reply: ConsultationPage };
  "consultation.list": { request: Nothing; reply: Array<AwaitedReply> };
  "meeting.view": { request: ById; reply: MeetingPage };
  "sheet.view": { request: SheetRequest; reply: ScoringPage };
  "outcome.view": { request: ById; reply: OutcomePage };
  "enterprise.list": { request: Nothing; reply: Array<EnterpriseRow> };
  "enterprise.view": { request: ById; reply: EnterprisePage };
  "licence.check": { request: DraftLicence; reply: LicenceCheck };
  "paper.list": { request: Nothing; reply: Array<PaperRow> };
  "paper.view": { request: ById; reply: PaperView };
  "paper.save": { request: ById; reply: Saved };
  "file.save": { request: FileOut; reply: Saved };
  "memo.preview": { request: MemoRequest; reply: PaperView };
  "recommendation.preview": { request: DraftRecommendation; reply: PaperView };
  "calendar.view": { request: Nothing; reply: CalendarPage };
  "calendar.preview": { request: AdoptCalendar; reply: CalendarPreview };
  "ledger.entries": { request: EntriesRequest; reply: EntriesPage };
  "ledger.verify": { request: Nothing; reply: VerifyReport };
  "template.export": { request: TemplateRequest; reply: FileOut };
  "import.preview_filings": { request: ImportFile; reply: ImportReport };
  "import.preview_experts": { request: ImportFile; reply: ImportReport };
  "import.preview_sheets": { request: ImportFile; reply: ImportReport };
  "import.rejects": { request: ImportFile; reply: FileOut };
  "batch.open": { request: OpenBatch; reply: Receipt };
  "import.filings": { request: AcceptImport; reply: ImportReport };
  "import.experts": { request: AcceptImport; reply: ImportReport };
  "import.sheets": { request: AcceptImport; reply: ImportReport };
  "application.accept": { request: AcceptApplications; reply: Receipt };
  "application.refuse": { request: RefuseApplication; reply: Receipt };
  "application.return": { request: RefuseApplication; reply: Receipt };
  "application.withdraw": { request: RefuseApplication; reply: Receipt };
  "consultation.ask": { request: AskDepartments; reply: ConsultationDone };
  "consultation.remind": { request: RemindDepartments; reply: ConsultationDone };
  "consultation.answer": { request: AnswerConsultation; reply: ConsultationDone };
  "consultation.correct": { request: CorrectConsultation; reply: ConsultationDone };
  "consultation.withdraw": { request: WithdrawConsultation; reply: ConsultationDone };
  "consultation.no_reply": { request: RecordNoReply; reply: ConsultationDone };
  "consultation.record_own": { request: RecordOwn; reply: ConsultationDone };
  "calendar.adopt": { request: AdoptCalendar; reply: Receipt };
  "meeting.call": { request: CallMeeting; reply: Receipt };
  "meeting.draw": { request: DrawPanel; reply: Receipt };
  "sheet.save_draft": { request: SaveSheet; reply: Nothing };
  "sheet.sign": { request: SaveSheet; reply: Receipt };
  "meeting.reveal": { request: RevealMeeting; reply: Receipt };
  "memo.issue": { request: MemoRequest; reply: Receipt };
  "batch.decide": { request: DecideBatch; reply: Receipt };
  "recommendation.draft": { request: DraftRecommendation; reply: Receipt };
  "recommendation.approve": { request: ApproveRecommendation; reply: Receipt };
  "recommendation.answer": { request: RecordAnswer; reply: Receipt };
  "licence.draft": { request: DraftLicence; reply: Receipt };
  "licence.approve": { request: ActOn; reply: Receipt };
  "suspension.draft": { request: DraftSuspension; reply: Receipt };
  "suspension.approve": { request: SuspensionAct; reply: Receipt };
  "suspension.deliver": { request: SuspensionAct; reply: Receipt };
  "suspension.rectify": { request: SuspensionAct; reply: Receipt };
}
