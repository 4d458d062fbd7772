/// <reference types="vite/client" />

declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  export * from 'pdfjs-dist'
}

interface Window {
  __TAURI_INTERNALS__?: unknown
}
