import type { PDFDocumentProxy, PDFDocumentLoadingTask } from 'pdfjs-dist'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { fromBase64 } from '@/shared/lib/base64'

// The legacy build brings what older WebKitGTK engines lack (Promise.withResolvers and others).
async function library() {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs?url'),
  ])
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default
  return pdfjs
}

/** A PDF opened from its base64 bytes; when the bytes change, the old one stays until the new one is read. */
export function usePdf(source: () => string) {
  const pdf = shallowRef<PDFDocumentProxy | null>(null)
  const problem = shallowRef('')
  let turn = 0
  let open: PDFDocumentLoadingTask | null = null

  watch(
    source,
    async (text) => {
      turn += 1
      const mine = turn
      if (text === '') {
        pdf.value = null
        return
      }
      try {
        const pdfjs = await library()
        const base = new URL('pdfjs/', document.baseURI).href
        const task = pdfjs.getDocument({
          data: fromBase64(text),
          cMapUrl: `${base}cmaps/`,
          cMapPacked: true,
          standardFontDataUrl: `${base}standard_fonts/`,
          wasmUrl: `${base}wasm/`,
          iccUrl: `${base}iccs/`,
          isEvalSupported: false,
        })
        const read = await task.promise
        if (mine !== turn) return void task.destroy()
        const old = open
        open = task
        pdf.value = read
        problem.value = ''
        void old?.destroy()
      } catch (thrown) {
        if (mine === turn) problem.value = String(thrown)
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    turn += 1
    void open?.destroy()
  })

  return { pdf, problem }
}
