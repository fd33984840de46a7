import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import type { Tx } from '@/lib/platform/database';
import { isoColumn, namedPersonColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { fileOperations } from './operations';
import { canReadFiles } from './policy';
import { type FileRecord, fileInput, fileList, fileRecord, listFilesInput } from './schema';

/** The columns of a FileRecord from a row `f` of stored_file with its person `b`. */
const COLUMNS = Prisma.sql`f.id, f.kind, f.name, f.media_type as "mediaType", f.size, f.sha256,
  ${isoColumn(Prisma.sql`f.created_at`)} as "createdAt", ${namedPersonColumn(Prisma.sql`b`)} as by, f.version`;

/** The evidence of an amount by its alias, as FileRecords, the earliest first. */
export function evidenceColumn(amount: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((
    select jsonb_agg(to_jsonb(x) order by x."createdAt", x.id) from (
      select ${COLUMNS} from stored_file f left join person b on b.id = f.by_id
      where f.program_id = ${amount}.program_id and f.amount_id = ${amount}.id) x), '[]'::jsonb)`;
}

/** Files of the program that are not deleted. A startup's people have their own and those of investors. */
function inReach({ programId, startupId }: ProgramScope): Prisma.Sql {
  return Prisma.sql`f.program_id = ${programId}::uuid and f.archived_at is null
    and (${startupId}::uuid is null or f.startup_id = ${startupId}::uuid or f.investor_id is not null)`;
}

function selectFiles(tx: Tx, scope: ProgramScope, where: Prisma.Sql): Promise<FileRecord[]> {
  return tx.$queryRaw<FileRecord[]>`
    select ${COLUMNS} from stored_file f left join person b on b.id = f.by_id
    where ${inReach(scope)} and ${where}
    order by f.created_at desc, f.id desc limit ${MOST_BESIDE}`;
}

/** Materials and the logo of one party. Throws not_found for one that is not there or not the viewer's. */
export const listFiles = programQuery({
  operation: fileOperations.listFiles,
  input: listFilesInput,
  output: fileList,
  may: canReadFiles,
  run: async (tx, scope, { startupId, investorId = '' }) => {
    const { programId } = scope;
    const where = { programId_id: { programId, id: startupId ?? investorId } };
    const select = { id: true };
    const party = startupId
      ? await tx.startup.findUnique({ where, select })
      : await tx.investor.findUnique({ where, select });
    if (!party) throw new AppError('not_found', 'party');
    const isTheirs = startupId
      ? Prisma.sql`f.kind <> 'evidence' and f.startup_id = ${party.id}::uuid`
      : Prisma.sql`f.investor_id = ${party.id}::uuid`;
    return { items: await selectFiles(tx, scope, isTheirs) };
  },
});

/** One file that is not deleted. Throws not_found for what is not there or not the viewer's. */
export const getFile = programQuery({
  operation: fileOperations.getFile,
  input: fileInput,
  output: fileRecord,
  may: canReadFiles,
  run: async (tx, scope, { fileId }) => {
    const [file] = await selectFiles(tx, scope, Prisma.sql`f.id = ${fileId}::uuid`);
    if (!file) throw new AppError('not_found', 'file');
    return file;
  },
});
