import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

/**
 * Ships the data that pdf.js loads at run time (Chinese cmaps, the 14 standard fonts, decoders) beside the bundle,
 * under `pdfjs/`. Without the cmaps, text in fonts that are not embedded turns into boxes.
 */
export function pdfjsAssets(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    name: 'pdfjs-assets',
    configureServer(server) {
      server.middlewares.use('/pdfjs/', (request, response, next) => {
        const path = normalize((request.url ?? '/').split('?')[0] ?? '/').replace(/^\/+/, '')
        const file = join(root, path)
        if (!FOLDERS.some((folder) => path.startsWith(`${folder}/`)) || !existsSync(file)) return next()
        if (path.endsWith('.wasm')) response.setHeader('Content-Type', 'application/wasm')
        createReadStream(file).pipe(response)
      })
    },
    generateBundle() {
      for (const folder of FOLDERS) {
        for (const name of readdirSync(join(root, folder))) {
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: readFileSync(join(root, folder, name)),
          })
        }
      }
    },
  }
}
