import { createRouter, createWebHashHistory } from 'vue-router'
import { useNotices } from '@/shared/stores/notices'
import { useSession } from '@/shared/stores/session'
import ShellView from '@/views/ShellView.vue'

/** Where the address leads. All of it lies inside the shell but signing in. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/today' },
    { path: '/sign-in', name: 'sign-in', component: () => import('@/views/SignInView.vue') },
    {
      path: '/',
      component: ShellView,
      children: [
        { path: 'today', component: () => import('@/views/TodayView.vue') },
        { path: 'batches', component: () => import('@/views/BatchesView.vue') },
        { path: 'batches/:id', component: () => import('@/views/BatchView.vue'), props: true },
        { path: 'cases/:id', component: () => import('@/views/CaseView.vue'), props: true },
        { path: 'meetings/:id', component: () => import('@/views/MeetingView.vue'), props: true },
        {
          path: 'meetings/:meeting/sheets/:application/:expert',
          component: () => import('@/views/SheetView.vue'),
          props: true,
        },
        { path: 'meetings/:id/outcome', component: () => import('@/views/OutcomeView.vue'), props: true },
        { path: 'papers', component: () => import('@/views/PapersView.vue') },
        { path: 'papers/:id', component: () => import('@/views/PaperView.vue'), props: true },
        { path: 'enterprises', component: () => import('@/views/EnterprisesView.vue') },
        { path: 'enterprises/:id', component: () => import('@/views/EnterpriseView.vue'), props: true },
        { path: 'calendar', component: () => import('@/views/CalendarView.vue') },
        { path: 'ledger', component: () => import('@/views/LedgerView.vue') },
        { path: ':rest(.*)*', component: () => import('@/views/NotFoundView.vue') },
      ],
    },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.asked) {
    try {
      await session.ask()
    } catch {
      // The sign-in screen asks again and shows why.
    }
  }
  if (session.session === null && to.name !== 'sign-in') {
    return { name: 'sign-in', query: to.fullPath === '/today' ? {} : { to: to.fullPath } }
  }
  if (session.session !== null && to.name === 'sign-in') return '/today'
  return true
})

// A failure belongs to the page it happened on.
router.afterEach((to, from) => {
  if (to.path !== from.path) useNotices().failure = null
})
