/** One case. */
export default {
  case: {
    matter: 'The matter',
    materials: 'Materials',
    enterprise: 'The enterprise',
    steps: 'Steps',
    why: 'Why',
    judged: 'Judged on {date} under {policy}',
    'not-judged': 'Not judged yet.',
    applicant: 'Applicant',
    facts: 'Facts',
    review: 'Review',
    rank: 'Rank {rank}',
  },
  material: {
    no: 'No.',
    name: 'Material',
    optional: '(conditional)',
    provided: 'Provided',
    yes: 'yes',
    missing: 'missing',
    copies: 'Copies',
    pages: 'Pages',
    original: 'Original',
    valid: 'Valid until',
    remark: 'Remark',
  },
}
