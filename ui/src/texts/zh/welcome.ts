/** Opening books and signing in. */
export default {
  welcome: {
    'no-books': '这里还没有账套。可以先建一套样例账套熟悉流程，也可以打开别处的账套。',
    folder: '账套文件夹',
    'folder-hint': '完整路径，须为本机可写的文件夹。',
    create: '新建样例账套',
    look: '打开此处账套',
    'sample-note': '样例账套中的企业、人员均为虚构，文书印有“样例”字样。',
    other: '打开或新建别处的账套',
    accounts: '账号',
    account: '账号名',
    password: '密码',
    'sample-password': '样例账套：选择左侧人员即填入密码。',
    'sign-in': '登录',
  },
}
