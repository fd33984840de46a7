import type { ProgramScope } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import { evidenceColumn } from '@/lib/file/queries';
import { inForce } from '@/lib/pair/queries/in-force';
import { rowsOfPair } from '@/lib/pair/queries/item';
import { wireMinor } from '@/lib/pair/queries/select';
import type { Tx } from '@/lib/platform/database';
import { fetchRows } from '@/lib/platform/fetch-rows';
import { isoColumn, namedPersonColumn, personNameColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { amountOperations } from './operations';
import { canReadAmounts, canVoidAmount } from './policy';
import { liveAmount, type Rung } from './rules';
import { type AmountRecord, amountRecords, type LadderEntry, listAmountsInput } from './schema';

type Row = Omit<AmountRecord, 'seq' | 'minor' | 'live' | 'canVoid'> & {
  minor: bigint | null;
  byOwnTeam: boolean;
};

/** A pair's ladder, oldest first by effective day, then by entry, the latest 500; voided entries stay readable. */
export const listAmounts = programQuery({
  operation: amountOperations.listAmounts,
  input: listAmountsInput,
  output: amountRecords,
  may: canReadAmounts,
  run: async (tx, scope, { pairId }) => {
    const rows = await tx.$queryRaw<Row[]>`
      select a.id, a.rung, a.minor, a.currency, a.effective_on::text as "effectiveOn",
        ${isoColumn(Prisma.sql`a.recorded_at`)} as "recordedAt",
        a.source, a.evidence, ${evidenceColumn(Prisma.sql`a`)} as files, a.reason, a.means, v.id is not null as voided,
        ${isoColumn(Prisma.sql`v.recorded_at`)} as "voidedAt",
        ${namedPersonColumn(Prisma.sql`b`)} as by,
        exists (select from membership m where m.program_id = a.program_id and m.person_id = a.by_id
                and m.startup_id = ${scope.startupId}::uuid) as "byOwnTeam"
      from amount a
      left join void v on v.program_id = a.program_id and v.pair_id = a.pair_id and v.amount_id = a.id
      left join person b on b.id = a.by_id
      where a.program_id = ${scope.programId}::uuid and a.pair_id = ${pairId}::uuid
        and (${scope.startupId}::uuid is null or a.startup_id = ${scope.startupId}::uuid)
      order by a.effective_on, a.seq`;
    await rowsOfPair(tx, scope, pairId, rows);
    const log = rows.map((row, seq) => ({ ...row, seq }));
    const live = liveAmount(log);
    return log.slice(-MOST_BESIDE).map(({ byOwnTeam, ...entry }) => ({
      ...entry,
      minor: entry.minor === null ? null : wireMinor(entry.minor),
      live: entry.id === live?.id,
      canVoid: !entry.voided && canVoidAmount(scope, { byOwnTeam }),
    }));
  },
});

/** An entry of a ladder that is not voided, as rows of a file are matched with it; `effectiveOn` YYYY-MM-DD. */
export type KnownAmount = {
  id: string;
  pairId: string;
  rung: Rung;
  minor: bigint | null;
  currency: string | null;
  effectiveOn: string;
};

export async function listKnownAmounts(tx: Tx, { programId }: ProgramScope): Promise<KnownAmount[]> {
  return tx.$queryRaw<KnownAmount[]>`
    select a.id, a.pair_id as "pairId", a.rung, a.minor, a.currency, to_char(a.effective_on, 'YYYY-MM-DD') as "effectiveOn"
    from amount a where a.program_id = ${programId}::uuid
      and not exists (select from void v where v.program_id = a.program_id and v.amount_id = a.id)
    order by a.seq`;
}

type EntryRow = Omit<LadderEntry, 'minor'> & { minor: bigint | null };

/** Entries in force by both clocks, of these pairs, by day; so many at a time. */
export async function* fetchAmounts(
  tx: Tx,
  scope: ProgramScope,
  pairs: Prisma.Sql,
  clocks: Clocks,
): AsyncGenerator<LadderEntry[]> {
  const statement = Prisma.sql`
    select a.id, a.pair_id as "pairId", a.rung, a.minor, a.currency, a.effective_on::text as "effectiveOn",
      ${isoColumn(Prisma.sql`a.recorded_at`)} as "recordedAt", a.source, a.evidence, a.reason, a.means,
      ${personNameColumn(Prisma.sql`b`)} as by,
      jsonb_build_object('name', s.name, 'nameEn', s.name_en) as startup, jsonb_build_object('name', i.name) as investor
    from ${inForce('amount', { scope, clocks })} a
    join pair p on p.program_id = a.program_id and p.id = a.pair_id
    join startup s on s.program_id = p.program_id and s.id = p.startup_id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    left join person b on b.id = a.by_id
    where a.pair_id in (${pairs})
    order by a.effective_on, a.seq`;
  for await (const rows of fetchRows<EntryRow>(tx, statement))
    yield rows.map((row) => ({ ...row, minor: row.minor === null ? null : wireMinor(row.minor) }));
}
