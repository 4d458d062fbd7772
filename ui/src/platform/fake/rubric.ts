import type { Dimension } from '@/wire/verbs'
import { w } from './words'

type Item = [zh: string, en: string, max: string, objective?: boolean]
const dimension = (id: string, zh: string, en: string, max: string, items: Item[]): Dimension => ({
  id,
  name: w(zh, en),
  max,
  items: items.map(([itemZh, itemEn, itemMax, objective = false], at) => ({
    id: `${id}${at + 1}`,
    name: w(itemZh, itemEn),
    max: itemMax,
    objective,
  })),
})

/** The default rubric: 23 items in 8 dimensions, 100 points. */
export const RUBRIC: Dimension[] = [
  dimension('A', '企业基本实力', 'Strength of the enterprise', '15', [
    ['资本', 'Capital', '6', true],
    ['财务', 'Finance', '5', true],
    ['场地与评估师', 'Premises and appraisers', '4', true],
  ]),
  dimension('B', '车源整合', 'Sourcing', '15', [
    ['渠道与年供车量', 'Channels and yearly supply', '8'],
    ['产权核查', 'Title checks', '4'],
    ['车源结构', 'Mix of sources', '3'],
  ]),
  dimension('C', '整备检测', 'Reconditioning and inspection', '15', [
    ['场地设备', 'Site and equipment', '6'],
    ['第三方检测', 'Third-party inspection', '5'],
    ['质控', 'Quality control', '4'],
  ]),
  dimension('D', '海外营销', 'Overseas marketing', '12', [
    ['订单渠道', 'Order channels', '6'],
    ['准入研究', 'Study of access rules', '4'],
    ['海外仓展', 'Overseas stock and shows', '2'],
  ]),
  dimension('E', '售后备件', 'After-sale and parts', '13', [
    ['网点', 'Service points', '5'],
    ['备件', 'Parts', '4'],
    ['投诉响应', 'Complaints', '4'],
  ]),
  dimension('F', '外贸业绩', 'Trade record', '10', [
    ['近三年进出口额', 'Trade volume of three years', '5', true],
    ['整车出口', 'Vehicle exports', '5', true],
  ]),
  dimension('G', '信用合规', 'Credit and compliance', '10', [
    ['海关信用', 'Customs credit', '4', true],
    ['三年无处罚', 'No penalty in three years', '4', true],
    ['内控', 'Internal control', '2'],
  ]),
  dimension('H', '方案与追溯', 'Plan and tracing', '10', [
    ['三年计划', 'Three-year plan', '4'],
    ['八环节台账', 'Records of the eight stages', '4'],
    ['风险防控', 'Risk control', '2'],
  ]),
]
