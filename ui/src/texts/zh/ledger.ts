/** The ledger. */
export default {
  entry: {
    title: '账本记录',
    none: '还没有记录。',
    kind: '类别',
    stream: '事项',
    by: '办理人',
    effective: '办理日期',
    recorded: '入账时间',
    policy: '政策版本',
    clause: '依据',
    hash: '摘要',
    body: '内容',
  },
  ledger: {
    total: '共 {total} 条',
    head: '链首 {head}',
    verify: '核验账本',
    'verify-note': '重算全部摘要链，并与各业务表逐行比对。',
    ok: '一致',
    bad: '不一致',
    checked: '已核 {entries} 条',
    'first-bad': '自第 {entry} 号起不一致',
    newest: '最新',
    older: '更早',
  },
}
