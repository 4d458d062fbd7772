/** Papers. */
export default {
  paper: {
    title: '文书',
    kind: '种类',
    number: '文号',
    dated: '成文日期',
    pages: '页数',
    entry: '账本号',
    sha: 'SHA-256',
    sha16: 'SHA-256 {sha}…',
    'of-entry': '账本第 {entry} 号',
    save: '保存文件',
    none: '还没有文书。',
    is: {
      review_memo: '评审备忘录',
      recommendation: '推荐函',
    },
  },
}
