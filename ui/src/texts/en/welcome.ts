/** Opening books and signing in. */
export default {
  welcome: {
    'no-books':
      'There are no books here yet. Make sample books to learn the way of work, or open books that lie elsewhere.',
    folder: 'Folder of the books',
    'folder-hint': 'The full path of a folder this machine can write to.',
    create: 'Make sample books',
    look: 'Open books here',
    'sample-note': 'Enterprises and people in sample books are invented; papers say 样例.',
    other: 'Open or make books elsewhere',
    accounts: 'Accounts',
    account: 'Account name',
    password: 'Password',
    'sample-password': 'Sample books: choosing a person fills in the password.',
    'sign-in': 'Sign in',
  },
}
