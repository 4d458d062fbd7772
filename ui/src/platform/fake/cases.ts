import type {
  ApplicationRow,
  CasePage,
  EntryView,
  Field,
  FindingView,
  MaterialView,
  StepView,
} from '@/wire/verbs'
import { field, w } from './words'

const NAMES: [name: string, pinyin: string, county: string][] = [
  ['芜湖样例江城汽车进出口有限公司', 'whyljcqcjckyxgs wuhuyangli', '镜湖区'],
  ['样例鸠兹二手车（芜湖）有限公司', 'yljzescwhyxgs yanglijiuzi', '鸠江区'],
  ['芜湖样例长江车辆贸易有限公司', 'whylcjclmyyxgs wuhuyangli', '弋江区'],
  ['样例繁昌汽车出口有限公司', 'ylfcqcckyxgs yanglifanchang', '繁昌区'],
  ['无为样例国际贸易有限公司', 'wwylgjmyyxgs wuweiyangli', '无为市'],
  ['样例南陵机动车进出口有限公司', 'ylnljdcjckyxgs yanglinanling', '南陵县'],
  ['芜湖样例丝路汽车服务有限公司', 'whylslqcfwyxgs wuhuyangli', '经开区'],
  ['样例湾沚跨境车业股份有限公司', 'ylwzkjcygfyxgs yangliwanzhi', '湾沚区'],
]
const SCORES = ['88.25', '84.10', '82.67', '79.33', '76.00', '71.50', '66.83', null]

/** The applications of the sample batch. */
export const ROWS: ApplicationRow[] = NAMES.map(([name, pinyin, county], at) => ({
  id: `a${at + 1}`,
  enterprise: `e${at + 1}`,
  name,
  pinyin,
  uscc: `9134020${at}MA${String(2000000 + at * 7919).padStart(8, '0')}`.slice(0, 17) + 'X',
  county,
  state: at === 7 ? 'received' : 'reviewed',
  state_label: at === 7 ? w('已收件', 'Received') : w('已评审', 'Reviewed'),
  verdict: at === 7 ? 'not_met' : at === 5 ? 'to_verify' : 'met',
  not_met: at === 7 ? 1 : 0,
  to_verify: at === 5 ? 2 : 0,
  score: SCORES[at] ?? null,
  rank: at === 7 ? null : at + 1,
  received_on: `2026-03-0${at + 1}`,
}))

export const CLAUSES = {
  capital: {
    id: '§二(一)2',
    text: w(
      '企业注册资本不得低于1000万元人民币，实缴资本不低于800万元人民币，或具备相应的净资产。',
      'Registered capital of at least CNY 10,000,000 and paid-in capital of at least CNY 8,000,000, or equivalent net assets.',
    ),
  },
  standing: {
    id: '§二(一)1',
    text: w(
      '在芜湖市行政区域内依法注册，具有独立法人资格的进出口企业，且在公安、市场监管、海关、商务、安全生产等方面无严重违法违规记录。',
      'Registered in Wuhu, an independent legal person trading abroad, without serious violations.',
    ),
  },
  outcome: {
    id: '细则6',
    text: w(
      '去掉一个最高分和一个最低分，取平均值，四舍五入至两位小数。',
      'Drop one highest and one lowest total; mean of the rest, two decimals.',
    ),
  },
  supervision: {
    id: '§三(一)',
    text: w(
      '由主管部门责令其限期整改，并停发出口许可证3个月。',
      'Ordered to put matters right, and no licences for three months.',
    ),
  },
  cars: {
    id: '§四(一)',
    text: w(
      '对距要求使用年限1年以内（含1年）的二手车不得出口。',
      'No export within one year (inclusive) of the required end of use.',
    ),
  },
}

/** Findings on an application, one for each condition. */
export function findingsOf(row: ApplicationRow): FindingView[] {
  const short = row.verdict === 'not_met'
  return [
    {
      rule: 'standing',
      clause: CLAUSES.standing,
      verdict: row.verdict === 'to_verify' ? 'to_verify' : 'met',
      facts: [
        { name: 'city', label: w('注册地', 'Registered in'), value: row.county },
        {
          name: 'customs',
          label: w('海关：严重违法', 'Customs: serious record'),
          value: row.verdict === 'to_verify' ? null : '否',
        },
      ],
      message:
        row.verdict === 'to_verify'
          ? w('海关记录尚未回复。', 'Customs has not replied yet.')
          : w(
              '本市独立法人进出口企业，五部门均无严重违法违规记录。',
              'A local legal person trading abroad; no serious record at any of five departments.',
            ),
    },
    {
      rule: 'capital',
      clause: CLAUSES.capital,
      verdict: short ? 'not_met' : 'met',
      facts: [
        { name: 'registered_capital', label: w('注册资本', 'Registered capital'), value: '10,000,000.00' },
        {
          name: 'paid_in_capital',
          label: w('实缴资本', 'Paid-in capital'),
          value: short ? '5,000,000.00' : '8,600,000.00',
        },
      ],
      message: short
        ? w(
            '实缴资本不足800万元，净资产亦不足。',
            'Paid-in capital is below CNY 8,000,000 and net assets do not make up for it.',
          )
        : w('注册资本与实缴资本均达标。', 'Registered and paid-in capital suffice.'),
    },
  ]
}

const FORM: [no: string, zh: string, en: string][] = [
  ['01', '申请表', 'Application form'],
  ['02', '申请书', 'Letter of application'],
  ['03', '营业执照', 'Business licence'],
  ['06', '验资报告/实缴证明或净资产证明', 'Proof of capital or net assets'],
  ['11', '境内车源合作协议', 'Domestic sourcing agreements'],
  ['13', '境外维修备件协议及译文', 'Overseas repair and parts agreements'],
  ['18', '经营承诺书', 'Undertaking'],
]

export const materials = (): MaterialView[] =>
  FORM.map(([no, zh, en], at) => ({
    no,
    name: w(zh, en),
    required: at !== 5,
    provided: at !== 4,
    copies: 2,
    pages: 3 + at * 4,
    original_seen: at % 2 === 0,
    valid_until: at === 2 ? '2041-05-30' : null,
    remark: at === 5 ? '译文未盖章' : '',
  }))

export const applicant = (row: ApplicationRow): Field[] => [
  field('name', '企业名称', 'Name', row.name),
  field('uscc', '统一社会信用代码', 'USCC', row.uscc),
  field('county', '县区', 'County', row.county),
  field('legal_representative', '法定代表人', 'Legal representative', '样例人'),
  field('contact', '联系人', 'Contact', '样例联系人'),
  field('phone', '电话', 'Telephone', '0553-0000000'),
  field('founded', '成立日期', 'Founded', '2019-06-18'),
]

export const facts = (row: ApplicationRow): Field[] => [
  field('registered_capital', '注册资本（元）', 'Registered capital (CNY)', '10,000,000.00'),
  field(
    'paid_in_capital',
    '实缴资本（元）',
    'Paid-in capital (CNY)',
    row.verdict === 'not_met' ? '5,000,000.00' : '8,600,000.00',
  ),
  field(
    'net_assets',
    '净资产（元）',
    'Net assets (CNY)',
    row.verdict === 'to_verify' ? null : '9,200,000.00',
  ),
  field('sourcing', '稳定境内车源', 'Stable domestic sources', '是'),
  field('trade_experience', '外贸经验', 'Trade experience', '是'),
  field('repair_network', '境外维修备件', 'Repair and parts abroad', '是'),
]

export const step = (
  id: string,
  zh: string,
  en: string,
  state: string,
  on: string | null = null,
  by: string | null = null,
): StepView => ({
  step: id,
  label: w(zh, en),
  state,
  on,
  due: state === 'now' ? '2026-03-27' : null,
  by,
  note: null,
})

export const entry = (n: number, kind: string, zh: string, en: string, stream: string): EntryView => ({
  n: String(n),
  kind,
  label: w(zh, en),
  stream,
  by: '样例·方明',
  role: 'bureau_officer',
  effective_on: '2026-03-12',
  recorded_at: `2026-03-12T0${n % 10}:15:2${n % 10}Z`,
  policy: 'wuhu-plan',
  clause: '细则12',
  hash: Array.from({ length: 64 }, (_, at) => ((n * 31 + at * 7) % 16).toString(16)).join(''),
  body: JSON.stringify({ kind, stream, on: '2026-03-12', sample: '样例' }),
})

export function casePage(row: ApplicationRow, policyTitle: CasePage['policy_title']): CasePage {
  return {
    application: row,
    batch: 'b1',
    batch_name: '样例2026年第一批',
    policy: 'wuhu-plan',
    policy_title: policyTitle,
    steps: [
      step('received', '收件', 'Received', 'done', row.received_on, '样例·江晓'),
      step('judged', '条件判定', 'Judged', 'done', row.received_on),
      step(
        'accepted',
        '受理',
        'Accepted',
        row.score ? 'done' : 'now',
        row.score ? '2026-03-12' : null,
        row.score ? '样例·方明' : null,
      ),
      step('reviewed', '专家评审', 'Reviewed', row.score ? 'done' : 'next', row.score ? '2026-03-20' : null),
      step('decided', '局务会决定', 'Decision', row.score ? 'now' : 'next'),
      step('recommended', '推荐', 'Recommended', 'next'),
      step('filed', '备案', 'Filed', 'next'),
    ],
    applicant: applicant(row),
    facts: facts(row),
    materials: materials(),
    findings: findingsOf(row),
    judged_on: row.received_on,
    review:
      row.score === null
        ? null
        : {
            meeting: 'm1',
            score: row.score,
            rank: row.rank,
            passed: Number(row.score) >= 70,
            reason: w(
              '7份有效，去掉最高最低各一份后平均。',
              'Seven valid sheets; mean after dropping highest and lowest.',
            ),
            clause: CLAUSES.outcome,
          },
    papers: [],
    entries: [
      entry(5, 'application_received', '收到申请', 'Application received', `application/${row.id}`),
      entry(6, 'application_judged', '条件判定', 'Judged', `application/${row.id}`),
    ],
  }
}
