import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  mjs: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  js: 'text/javascript; charset=utf-8',
};
/** What pdf.js asks for while it reads a document: its worker, tables of characters, fonts, decoders, colours. */
const OPEN = /^(?:build\/pdf\.worker\.min\.mjs|(?:cmaps|standard_fonts|wasm|iccs)\/[\w.-]+)$/;
/** The worker may start the decoders, which are WebAssembly, and reach nothing but this server. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The parts of pdf.js, from the package as it is installed: no other server is asked. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ file: string[] }> },
): Promise<Response> {
  const name = (await params).file.join('/');
  if (!OPEN.test(name)) return new Response(null, { status: 404 });
  const place = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'node_modules',
    'pdfjs-dist',
    ...name.split('/'),
  );
  const bytes = await readFile(place).catch(() => null);
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
