/** Papers. */
export default {
  paper: {
    title: 'Paper',
    kind: 'Kind',
    number: 'Number',
    dated: 'Dated',
    pages: 'Pages',
    entry: 'Entry',
    sha: 'SHA-256',
    sha16: 'SHA-256 {sha}…',
    'of-entry': 'Ledger entry {entry}',
    save: 'Save the file',
    none: 'There are no papers yet.',
    is: {
      review_memo: 'Review memo',
      recommendation: 'Recommendation',
    },
  },
}
