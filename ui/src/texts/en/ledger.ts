/** The ledger. */
export default {
  entry: {
    title: 'Ledger entries',
    none: 'There are no entries yet.',
    kind: 'Kind',
    stream: 'Stream',
    by: 'By',
    effective: 'Effective on',
    recorded: 'Recorded at',
    policy: 'Policy version',
    clause: 'Clause',
    hash: 'Hash',
    body: 'Body',
  },
  ledger: {
    total: '{total} entries',
    head: 'Head {head}',
    verify: 'Verify the ledger',
    'verify-note': 'Recomputes the whole chain and compares every table row by row.',
    ok: 'Consistent',
    bad: 'Differs',
    checked: '{entries} entries checked',
    'first-bad': 'differs from entry {entry} on',
    newest: 'Newest',
    older: 'Older',
  },
}
