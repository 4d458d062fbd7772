/** One case. */
export default {
  case: {
    matter: '申请事项',
    materials: '申报材料',
    enterprise: '企业档案',
    steps: '办理进度',
    why: '判定与依据',
    judged: '判定日期 {date}，{policy}',
    'not-judged': '尚未判定。',
    applicant: '申请人',
    facts: '申报事实',
    review: '评审结果',
    rank: '第 {rank} 名',
  },
  material: {
    no: '序号',
    name: '材料',
    optional: '（视情）',
    provided: '提交',
    yes: '已交',
    missing: '缺',
    copies: '份',
    pages: '页',
    original: '原件',
    valid: '有效期',
    remark: '备注',
  },
}
