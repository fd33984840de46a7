import { createHash } from 'node:crypto';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { Prisma } from '@/prisma/client/client';
import { importOperations } from '../operations';
import { canImport } from '../policy';
import { headedFields } from '../queries/headings';
import { detailOf } from '../queries/imports';
import { readFileAt } from '../queries/read-file';
import type { ReadFile } from '../rules/cells';
import { findHead, type Head, withMapping } from '../rules/headings';
import { verdictCounts } from '../rules/judged';
import type { SheetReading } from '../rules/stored';
import { createImportInput, type ImportKind, importDetail } from '../schema';
import { judgeRows } from './judge';
import { KINDS } from './kinds/kinds';
import { insertRows } from './store';

/** Reading a file keeps a thread busy, and every row is kept: as often as an office tries a file until it is right. */
const LIMITS = { perPerson: { name: 'import.create', most: 40, seconds: 600 } };

/**
 * Reads a spreadsheet and keeps what each of its rows would do; writes nothing to the program. Refusals: the file problems
 * at `file`, no_rows where nothing stands below the headings, and too_many_rows_of_kind.
 */
export const createImport = programCommand({
  operation: importOperations.create,
  input: createImportInput,
  output: importDetail,
  may: canImport,
  limits: LIMITS,
  patience: { seconds: 170 },
  endsUnheard: true,
  prepare: (_scope, { file, sheet }) => readFileAt(file.path, sheet),
  run: async (tx, context, input, file: ReadFile) => {
    const { scope, viewer, now, record, tell } = context;
    const found = findHead(file.rows, headedFields(input.kind));
    const remembered = input.mapping ? null : await recall(tx, scope, input.kind, found);
    const head = withMapping(found, input.mapping ?? remembered ?? {});
    const below = file.rows.filter(
      ({ number, cells }) => number > (head.row ?? 0) && cells.some((cell) => cell !== null),
    );
    if (below.length === 0) return refuse('no_rows', { field: ['file'] });
    const kind = KINDS[input.kind];
    const answers = input.answers ?? {};
    const stored = below.map((row) => ({ ...row, decision: null }));
    const judged = await judgeRows(tx, context, kind, stored, { columns: head.columns, answers });
    if (!judged.ok) return judged;
    const { rows } = judged.value;
    const id = uuidv7(now);
    await tx.import.create({
      data: {
        ...{ programId: scope.programId, id, kind: input.kind, createdAt: now, byId: viewer.personId },
        ...{ fileName: input.file.name, fileSha256: input.file.sha256, fileSize: input.file.size },
        ...{
          reading: readingOf(file, head, remembered !== null) as unknown as Prisma.InputJsonObject,
          answers,
        },
        ...{ rowCount: rows.length, counts: verdictCounts(rows) },
      },
      select: { id: true },
    });
    await insertRows(tx, scope, id, rows, tell);
    record({ subject: 'import', subjectId: id, detail: { kind: input.kind, rows: rows.length } });
    return done(await detailOf(tx, scope, id));
  },
});

function readingOf(
  { format, encoding, sheet, otherSheets, hiddenSheets, hiddenRows }: ReadFile,
  { row, columns }: Head,
  isRemembered: boolean,
): SheetReading {
  return {
    ...{ format, encoding: encoding ?? null, sheet: sheet ?? null },
    ...{ otherSheets, hiddenSheets, hiddenRows },
    ...{ headRow: row, columns, isRemembered },
  };
}

/** What a file with the same headings was taken for the last time. */
async function recall(tx: Tx, { programId }: ProgramScope, kind: ImportKind, head: Head) {
  const known = await tx.importMapping.findUnique({
    where: { programId_kind_signature: { programId, kind, signature: signatureOf(head) } },
    select: { fields: true },
  });
  return known ? (known.fields as Record<string, string | null>) : null;
}

export function signatureOf({ columns }: Pick<Head, 'columns'>): string {
  return createHash('sha256')
    .update(JSON.stringify(columns.map(({ heading }) => heading)))
    .digest('hex');
}
