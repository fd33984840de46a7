import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import type { ProgramScope } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import type { Tx } from '@/lib/platform/database';
import { isoColumn, namedPersonColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { MERGE_OPERATIONS } from '../operations';
import { canKeepParties, canSeePartyFigures } from '../policy';
import type { PartyKey, PartyKind } from '../rules';
import { MERGE_SCHEMAS, type MergeList, type MergePreview, mergeList, mergePreview } from '../schema/merge';
import { TABLES } from './parties';

const OTHER: Record<PartyKind, PartyKind> = { startup: 'investor', investor: 'startup' };
/** The name in Latin letters of a row `p`, empty where its kind has none. */
const nameEnOf = (kind: PartyKind) => TABLES[kind].nameEn ?? Prisma.sql`''`;

type Party = { id: string; name: string; nameEn: string };

/** The counterparts with whom both have a record. */
export async function listBothRecorded(
  tx: Tx,
  { programId }: ProgramScope,
  kind: PartyKind,
  keptId: string,
  mergedId: string,
): Promise<Party[]> {
  const other = OTHER[kind];
  return tx.$queryRaw<Party[]>`
    select p.id, p.name, ${nameEnOf(other)} as "nameEn"
    from pairs_to_join(${programId}::uuid, ${kind}, ${keptId}::uuid, ${mergedId}::uuid) j
    join ${TABLES[other].table} p on p.program_id = ${programId}::uuid and p.id = j.counterpart_id
    where j.kept_weight = 2 and j.merged_weight = 2 order by p.name, p.id`;
}

async function readPreview(
  tx: Tx,
  scope: ProgramScope,
  kind: PartyKind,
  keptId: string,
  mergedId: string,
): Promise<MergePreview> {
  const { programId } = scope;
  const found = await tx.$queryRaw<{ id: string }[]>`
    select p.id from ${TABLES[kind].table} p
    where p.program_id = ${programId}::uuid and p.id in (${keptId}::uuid, ${mergedId}::uuid)`;
  if (found.length < 2) throw new AppError('not_found', kind);
  const [row] = await tx.$queryRaw<Omit<MergePreview, 'both'>[]>`
    with moved as (
      select rows_to_move(${programId}::uuid, ${kind}, ${keptId}::uuid, ${mergedId}::uuid) as rows
    ), joined as (
      select j.merged_pair as id, j.merged_weight > j.kept_weight as comes, j.merged_weight as weight
      from pairs_to_join(${programId}::uuid, ${kind}, ${keptId}::uuid, ${mergedId}::uuid) j
    )
    select jsonb_array_length(m.rows -> 'contact') as contacts,
      coalesce(jsonb_array_length(m.rows -> 'membership'), 0) as people,
      (select count(*)::int from stored_file f where f.program_id = ${programId}::uuid and f.kind = 'material'
        and f.archived_at is null and m.rows -> 'stored_file' ? f.id::text) as materials,
      (select count(*)::int from joined where comes) as pairs,
      (select count(*)::int from joined where not comes and weight = 1) as left,
      (select count(*)::int from meeting x join joined j on j.id = x.pair_id and j.comes
        where x.program_id = ${programId}::uuid) as meetings,
      (select count(*)::int from amount x join joined j on j.id = x.pair_id and j.comes
        where x.program_id = ${programId}::uuid) as amounts
    from moved m`;
  if (!row) throw new AppError('internal', 'no preview of a merge');
  return { ...row, both: await listBothRecorded(tx, scope, kind, keptId, mergedId) };
}

async function readMerges(
  tx: Tx,
  { programId }: ProgramScope,
  kind: PartyKind,
  id: string,
): Promise<MergeList> {
  const { table } = TABLES[kind];
  const nameEn = nameEnOf(kind);
  const own = await tx.$queryRaw<unknown[]>`
    select from ${table} p where p.program_id = ${programId}::uuid and p.id = ${id}::uuid`;
  if (own.length === 0) throw new AppError('not_found', kind);
  const items = await tx.$queryRaw<MergeList['items']>`
    select m.id, m.merged_id as "mergedId", p.name, ${nameEn} as "nameEn", ${isoColumn(Prisma.sql`m.at`)} as at,
      ${namedPersonColumn(Prisma.sql`b`)} as by
    from party_merge m
    join ${table} p on p.program_id = m.program_id and p.id = m.merged_id
    left join person b on b.id = m.by_id
    where m.program_id = ${programId}::uuid and m.kind = ${kind} and m.kept_id = ${id}::uuid and m.undone_at is null
    order by m.at desc, m.id desc limit ${MOST_BESIDE}`;
  const [into = null] = await tx.$queryRaw<Party[]>`
    select p.id, p.name, ${nameEn} as "nameEn" from party_merge m
    join ${table} p on p.program_id = m.program_id and p.id = m.kept_id
    where m.program_id = ${programId}::uuid and m.kind = ${kind} and m.merged_id = ${id}::uuid and m.undone_at is null`;
  return { items, into };
}

type Schemas<Kind extends PartyKind, PreviewInput, ListInput> = {
  preview: z.ZodType<Record<PartyKey<Kind>, string> & { mergedId: string }, PreviewInput>;
  list: z.ZodType<Record<PartyKey<Kind>, string>, ListInput>;
};

function queriesOf<Kind extends PartyKind, PreviewInput, ListInput>(
  kind: Kind,
  schemas: Schemas<Kind, PreviewInput, ListInput>,
  operations: { preview: Operation<PreviewInput>; list: Operation<ListInput> },
) {
  return {
    /** What a merge would do. Throws not_found where one of the two is not there. */
    preview: programQuery({
      operation: operations.preview,
      input: schemas.preview,
      output: mergePreview,
      may: canKeepParties,
      run: (tx, scope, input) => readPreview(tx, scope, kind, input[`${kind}Id`], input.mergedId),
    }),
    /** Merges that stand: what came into a party, and where it went itself. */
    list: programQuery({
      operation: operations.list,
      input: schemas.list,
      output: mergeList,
      may: canSeePartyFigures,
      run: (tx, scope, input) => readMerges(tx, scope, kind, input[`${kind}Id`]),
    }),
  };
}

export const { preview: previewStartupMerge, list: listStartupMerges } = queriesOf(
  'startup',
  MERGE_SCHEMAS.startup,
  MERGE_OPERATIONS.startup,
);
export const { preview: previewInvestorMerge, list: listInvestorMerges } = queriesOf(
  'investor',
  MERGE_SCHEMAS.investor,
  MERGE_OPERATIONS.investor,
);
