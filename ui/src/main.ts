import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-button.css'
import 'element-plus/theme-chalk/el-checkbox.css'
import 'element-plus/theme-chalk/el-dialog.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-overlay.css'
import 'element-plus/theme-chalk/el-radio.css'
import 'element-plus/theme-chalk/el-radio-group.css'
import 'element-plus/theme-chalk/el-radio-button.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './styles/tokens.css'
import './styles/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'
import { useNotices } from './shared/stores/notices'
import { i18n } from './texts'
import { toFailure } from './platform'

const app = createApp(App)
app.use(createPinia()).use(i18n).use(router)
// What nobody caught is still told, with its detail.
app.config.errorHandler = (thrown) => {
  console.error(thrown)
  useNotices().fail(toFailure(thrown))
}
app.mount('#app')
