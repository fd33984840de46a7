import { knownOf } from '@/lib/pair/queries/select';
import { Prisma } from '@/prisma/client/client';
import type { Asked } from './statements';

const LOGS = {
  stage: { happened: Prisma.sql`e.effective_at`, voids: Prisma.sql`v.stage_event_id` },
  status: { happened: Prisma.sql`e.effective_at`, voids: Prisma.sql`v.status_event_id` },
  amount: { happened: Prisma.sql`e.effective_on`, voids: Prisma.sql`v.amount_id` },
} as const;

/** Entries `e` of a log that count under the two clocks: happened and recorded by then, and by then not voided. */
export function inForce(of: keyof typeof LOGS, { scope, clocks }: Asked): Prisma.Sql {
  const { happened, voids } = LOGS[of];
  const byThen =
    of === 'amount'
      ? Prisma.sql`${happened} <= ${clocks.asOf}::date`
      : Prisma.sql`${happened} < ${clocks.before}`;
  return Prisma.sql`e.program_id = ${scope.programId}::uuid and ${byThen} and e.recorded_at < ${knownOf(clocks)}
    and not exists (select from void v where v.program_id = e.program_id and v.pair_id = e.pair_id
                      and ${voids} = e.id and v.recorded_at < ${knownOf(clocks)})`;
}
