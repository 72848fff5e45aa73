// pdf.js' worker with what the oldest engines lack.
import '@/platform/missing'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
