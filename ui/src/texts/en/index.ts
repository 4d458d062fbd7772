import batch from './batch'
import calendar from './calendar'
import consultation from './consultation'
import filing from './filing'
import enterprise from './enterprise'
import ledger from './ledger'
import meeting from './meeting'
import outcome from './outcome'
import papers from './papers'
import shell from './shell'
import today from './today'
import welcome from './welcome'

/** All texts of the screens, a file an area. The host's own sentences come in both languages from the host. */
export default {
  ...shell,
  ...welcome,
  ...today,
  ...batch,
  ...calendar,
  ...meeting,
  ...outcome,
  ...filing,
  ...consultation,
  ...enterprise,
  ...papers,
  ...ledger,
}
