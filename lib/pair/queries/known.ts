import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import type { PairStatus, Stage } from '../rules/stages';

/** A pair as rows of a file are matched with it; `nextStepOn` YYYY-MM-DD, `weight` the office's own. */
export type KnownPair = {
  id: string;
  startupId: string;
  investorId: string;
  stage: Stage;
  status: PairStatus;
  version: number;
  ownerId: string | null;
  ownerEmail: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  weight: number | null;
};

/** All pairs of a program in order of their ids; `lock` takes them for this transaction. */
export async function listKnownPairs(
  tx: Tx,
  { programId }: ProgramScope,
  lock: boolean,
): Promise<KnownPair[]> {
  const taken = lock ? Prisma.sql`for no key update of p` : Prisma.empty;
  return tx.$queryRaw<KnownPair[]>`
    select p.id, p.startup_id as "startupId", p.investor_id as "investorId", p.stage, p.status, p.version,
      p.owner_id as "ownerId", o.email as "ownerEmail", p.next_step as "nextStep",
      to_char(p.next_step_on, 'YYYY-MM-DD') as "nextStepOn", w.weight
    from pair p
    left join person o on o.id = p.owner_id
    left join pair_weight w on w.program_id = p.program_id and w.pair_id = p.id
    where p.program_id = ${programId}::uuid order by p.id ${taken}`;
}

/** What comes next for a pair, as it stands now. */
export async function findNextStep(
  tx: Tx,
  { programId }: ProgramScope,
  pairId: string,
): Promise<{ text: string | null; on: string | null }> {
  const [step] = await tx.$queryRaw<{ text: string | null; on: string | null }[]>`
    select next_step as text, to_char(next_step_on, 'YYYY-MM-DD') as "on" from pair
    where program_id = ${programId}::uuid and id = ${pairId}::uuid`;
  return step ?? { text: null, on: null };
}
