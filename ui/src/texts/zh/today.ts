/** 今日. */
export default {
  today: {
    todos: '待办事项',
    nothing: '今日没有待办。',
    late: '已逾期',
    today: '今日到期',
    soon: '即将到期',
    open: '可以办理',
    figures: '{year} 年数据',
    'no-figures': '本年尚无数据。',
    batches: '在办批次',
    'no-batches': '没有在办批次。',
    calendar: '未维护 {year} 年节假日表，涉及该年的期限仅供参考。',
  },
}
