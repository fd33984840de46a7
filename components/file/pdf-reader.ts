import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

/** pdf.js with its worker, fonts and tables of characters, all from this server (app/pdfjs). */
const ROOT = '/pdfjs';

/** Opens a PDF in a worker. It runs no script of the document and fills in no forms. */
export async function readPdf(path: string): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = `${ROOT}/build/pdf.worker.min.mjs`;
  return getDocument({
    url: new URL(path, window.location.href),
    cMapUrl: `${ROOT}/cmaps/`,
    standardFontDataUrl: `${ROOT}/standard_fonts/`,
    wasmUrl: `${ROOT}/wasm/`,
    iccUrl: `${ROOT}/iccs/`,
    enableXfa: false,
    disableRange: true,
    disableStream: true,
  });
}
