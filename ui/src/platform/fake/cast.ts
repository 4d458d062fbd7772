import type { AccountView, PanelMember } from '@/wire/verbs'
import { w } from './words'

const PASSWORD = 'sample-books-2026'
const cast = (name: string, display_name: string, zh: string, en: string): AccountView => ({
  name,
  display_name,
  title: w(zh, en),
  sample_password: PASSWORD,
})

/** The invented people of the sample office. */
export const ACCOUNTS: AccountView[] = [
  cast('county', '样例·江晓', '县区经办', 'County clerk'),
  cast('officer', '样例·方明', '市局经办', 'Bureau officer'),
  cast('reviewer', '样例·沈复', '科室复核', 'Section reviewer'),
  cast('leader', '样例·顾衡', '分管领导', 'Signing leader'),
  cast('secretary', '样例·林书', '会议秘书', 'Meeting secretary'),
  cast('expert1', '样例·专家一', '评审专家', 'Expert'),
  cast('expert2', '样例·专家二', '评审专家', 'Expert'),
  cast('sysadmin', '样例·系统', '系统管理员', 'System administrator'),
  cast('auditor', '样例·审计', '审计员', 'Auditor'),
]

const SPECIALTIES = ['财务', '外贸', '检测', '汽车流通', '法律', '外贸', '检测', '财务', '汽车流通']

/** The invented expert pool: the first seven are the panel. */
export const EXPERTS: PanelMember[] = SPECIALTIES.map((specialty, at) => ({
  expert: `E${String(at + 1).padStart(2, '0')}`,
  name: `样例专家${'一二三四五六七八九'[at]}`,
  specialty,
  employer: `样例${specialty}研究所`,
  recused:
    at === 2
      ? [
          {
            application: 'a3',
            reason: w('三年内在该企业任职（细则4）', 'Employed there within three years (细则4)'),
          },
        ]
      : [],
}))
