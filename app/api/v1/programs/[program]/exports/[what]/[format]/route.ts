import { AppError, isAppError } from '@/lib/core/errors';
import type { Bound } from '@/lib/platform/bound';
import { log } from '@/lib/platform/log';
import { InvalidInput } from '@/lib/platform/query';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { exportFunnel, exportPairs, exportRows } from '@/lib/transfer/queries/books';
import { dispositionOf } from '@/lib/transfer/rules/book';
import { toCsv } from '@/lib/transfer/rules/csv';
import { toXlsx } from '@/lib/transfer/rules/xlsx';
import type { Book } from '@/lib/transfer/schema';
import { askerOf, localeOf } from '../../../../../asker';
import { inputOf } from '../../../../../input';
import { problemOf, problemOfError, problemOfRefusals } from '../../../../../problem';

type Context = { params: Promise<{ program: string; what: string; format: string }> };

const BOOKS: Readonly<Record<string, Extract<Bound, { kind: 'query'; inside: 'program' }>>> = {
  funnel: exportFunnel,
  rows: exportRows,
  pairs: exportPairs,
};
const FORMATS: Readonly<Record<string, { type: string; write: (book: Book) => Promise<BodyInit> }>> = {
  csv: { type: 'text/csv; charset=utf-8', write: async (book) => toCsv(book) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (book) => (await toXlsx(book)) as Uint8Array<ArrayBuffer>,
  },
};

/** An export as a file: the same question, gate and answer as the operation of that name, written for a spreadsheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  let locale = localeOf(request, null);
  const { program, what, format } = await params;
  const read = Object.hasOwn(BOOKS, what) ? BOOKS[what] : undefined;
  const file = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  try {
    const { viewer } = await askerOf(request);
    if (!viewer) return problemOf('signed_out', locale, { 'WWW-Authenticate': 'Bearer realm="roundtable"' });
    locale = viewer.locale;
    if (!read || !file) throw new AppError('not_found', `export ${what} as ${format}`);
    const scope = programScopeOrThrow(viewer, program);
    const input = await inputOf(request, {});
    if (!input.ok) return problemOfRefusals(read.name, input.refusals, locale);
    const book = (await read(scope, { lang: locale, ...input.value })) as Book;
    return new Response(await file.write(book), {
      headers: {
        'Content-Type': file.type,
        'Content-Disposition': dispositionOf(book, format),
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    if (error instanceof InvalidInput) return problemOfRefusals(read?.name ?? '', error.refusals, locale);
    if (isAppError(error)) return problemOfError(error, locale);
    log.error({ err: error, operation: read?.name }, 'export failed');
    return problemOf('internal', locale);
  }
}
