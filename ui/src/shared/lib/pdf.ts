import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Built as a worker rather than copied as a file: only so is its syntax lowered for the oldest engines.
import PdfWorker from './pdfWorker?worker'

GlobalWorkerOptions.workerPort = new PdfWorker()

/** Opens a PDF held in memory. Its fonts are embedded, so nothing else is fetched. */
export function openPdf(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(data), useWasm: false, useSystemFonts: false }).promise
}
