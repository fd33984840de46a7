import type { ProgramScope } from '@/lib/core/scope';
import { type KnownPair, listKnownPairs } from '@/lib/pair/queries/known';
import { type KnownParty, listForImport } from '@/lib/party/queries/known';
import type { PartyKind } from '@/lib/party/rules';
import type { Tx } from '@/lib/platform/database';
import { type NamedRecord, NameIndex } from '../../rules/name-index';
import type { RowReader } from '../../rules/row-reader';

export type NamedParty = KnownParty & NamedRecord;

/** The parties of one kind by their names. */
export async function loadParties(
  tx: Tx,
  scope: ProgramScope,
  kind: PartyKind,
  lock: boolean,
): Promise<NameIndex<NamedParty>> {
  const parties = await listForImport(tx, scope, kind, lock);
  return new NameIndex(
    parties.map((party): NamedParty => {
      const { name, nameEn } = party.profile;
      return { ...party, name, nameEn: nameEn as string | undefined };
    }),
  );
}

export type KnownPairs = {
  startups: NameIndex<NamedParty>;
  investors: NameIndex<NamedParty>;
  pairs: Map<string, KnownPair>;
};

export async function loadPairs(tx: Tx, scope: ProgramScope, lock: boolean): Promise<KnownPairs> {
  const startups = await loadParties(tx, scope, 'startup', false);
  const investors = await loadParties(tx, scope, 'investor', false);
  const pairs = await listKnownPairs(tx, scope, lock);
  return {
    ...{ startups, investors },
    pairs: new Map(pairs.map((pair) => [`${pair.startupId} ${pair.investorId}`, pair])),
  };
}

export type NamedPair = KnownPair & { name: string };

/** The pair that a row names by both its parties; undefined where the row was told what is wrong. */
export function findPair(row: RowReader, { startups, investors, pairs }: KnownPairs): NamedPair | undefined {
  row.required('startup');
  row.required('investor');
  const startup = startups.find(row, 'startup');
  const investor = investors.find(row, 'investor');
  if (!startup || !investor) return undefined;
  const pair = pairs.get(`${startup.id} ${investor.id}`);
  return pair ? { ...pair, name: `${startup.name} · ${investor.name}` } : row.tell(null, 'no_such_pair');
}
