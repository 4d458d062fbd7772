/** 今日. */
export default {
  today: {
    todos: 'To do',
    nothing: 'Nothing to do today.',
    late: 'Late',
    today: 'Due today',
    soon: 'Coming',
    open: 'Open',
    figures: 'Figures of {year}',
    'no-figures': 'No figures this year yet.',
    batches: 'Batches under way',
    'no-batches': 'No batch is under way.',
    calendar: 'The holiday table of {year} is missing; deadlines that touch it are provisional.',
  },
}
