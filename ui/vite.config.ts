import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { pdfjsAssets } from './build/pdfjs-assets.ts'

export default defineConfig({
  plugins: [vue(), pdfjsAssets()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: { port: 5173, strictPort: true },
  // The window's engine is WebKitGTK; the CSP allows no inline script, so no module-preload polyfill.
  build: { target: 'safari16', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  test: { environment: 'jsdom', include: ['test/**/*.test.ts'] },
})
