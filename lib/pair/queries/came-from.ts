import { Prisma } from '@/prisma/client/client';

const LOGS = {
  stage: {
    table: Prisma.sql`stage_event`,
    from: Prisma.sql`e.from_stage`,
    to: Prisma.sql`b.to_stage`,
    voids: Prisma.sql`stage_event_id`,
    // The opening says that the pair exists: it stands below every move, whatever their times.
    before: Prisma.sql`(b.from_stage is null or (b.effective_at, b.seq) < (e.effective_at, e.seq))`,
    order: Prisma.sql`b.from_stage is not null desc, b.effective_at desc, b.seq desc`,
  },
  status: {
    table: Prisma.sql`status_event`,
    from: Prisma.sql`e.from_status`,
    to: Prisma.sql`b.to_status`,
    voids: Prisma.sql`status_event_id`,
    before: Prisma.sql`(b.effective_at, b.seq) < (e.effective_at, e.seq)`,
    order: Prisma.sql`b.effective_at desc, b.seq desc`,
  },
} as const;

/**
 * Where the pair came from with entry `e` of a log: what is in force before it, as the log stands now. What was written
 * with the entry is no longer true once something was entered late before it, or voided. An opening comes from nowhere;
 * a voided entry says what it said.
 */
export function cameFrom(log: keyof typeof LOGS): Prisma.Sql {
  const { table, from, to, voids, before, order } = LOGS[log];
  const isVoided = (
    entry: Prisma.Sql,
  ) => Prisma.sql`exists (select from void x where x.program_id = ${entry}.program_id
    and x.pair_id = ${entry}.pair_id and x.${voids} = ${entry}.id)`;
  const first = log === 'status' ? Prisma.sql`'open'` : from;
  return Prisma.sql`case when ${from} is null or ${isVoided(Prisma.sql`e`)} then ${from} else coalesce((
    select ${to} from ${table} b
    where b.program_id = e.program_id and b.pair_id = e.pair_id and not ${isVoided(Prisma.sql`b`)}
      and ${before}
    order by ${order} limit 1), ${first}) end`;
}

/** A stage entry's reason in somebody's words. Bookings once wrote `booked` there themselves, which says nothing to a reader. */
export const saidReason = Prisma.sql`nullif(e.reason, 'booked')`;
/** The same of a void: what takes a move just made back has no words of its own and is kept as `undo`. */
export const saidReasonOfVoid = Prisma.sql`nullif(v.reason, 'undo')`;
