import { formatTime, zoneName } from '@/lib/core/dates';
import { withParticle } from '@/lib/core/hangul';
import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Clash } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { isBareTableName } from '../rules';

type Wanted = {
  startupId: string;
  investorId: string;
  tableId?: string | null;
  startsAt: Date;
  endsAt: Date;
  /** The meeting that is being moved does not stand in its own way. */
  except?: string;
};

const CLASHES = {
  meeting_startup_once: { reason: 'startup_busy', field: ['startsAt'] },
  meeting_investor_once: { reason: 'investor_busy', field: ['startsAt'] },
  meeting_table_once: { reason: 'table_busy', field: ['table'] },
} as const;

/**
 * Says whom the database found in the way: `startup_busy`, `investor_busy` or `table_busy`, with who meets whom at what
 * time, on the clocks of that meeting's stage. A startup's people learn that the other side is taken, not by whom. Null: not a clash.
 */
export async function explainClash(
  tx: Tx,
  scope: ProgramScope,
  { constraint }: Clash,
  wanted: Wanted,
): Promise<Refusal[] | null> {
  if (!(constraint in CLASHES)) return null;
  const clash = CLASHES[constraint as keyof typeof CLASHES];
  const { programId, program } = scope;
  const whose = {
    startup_busy: { startupId: wanted.startupId },
    investor_busy: { investorId: wanted.investorId },
    table_busy: { tableId: wanted.tableId ?? null },
  }[clash.reason];
  const other = await tx.meeting.findFirst({
    where: {
      programId,
      ...whose,
      ...(wanted.except ? { id: { not: wanted.except } } : {}),
      ...(scope.startupId ? { startupId: scope.startupId } : {}),
      state: { in: ['scheduled', 'held'] },
      startsAt: { lt: wanted.endsAt },
      endsAt: { gt: wanted.startsAt },
    },
    orderBy: { startsAt: 'asc' },
    select: {
      startsAt: true,
      stage: true,
      table: { select: { name: true } },
      pair: {
        select: {
          startup: { select: { name: true, nameEn: true } },
          investor: { select: { name: true } },
        },
      },
    },
  });
  // Its own meeting hidden from the viewer, or gone since: the refusal stands without names.
  if (!other) return [{ reason: `${clash.reason}_unseen`, field: clash.field }];
  const setting = await tx.programStage.findUnique({
    where: { programId_stage: { programId, stage: other.stage } },
    select: { timeZone: true },
  });
  const zone = setting?.timeZone ?? program.venueZone;
  const time = `${formatTime(other.startsAt, zone)} ${zoneName(other.startsAt, zone)}`;
  const { startup, investor } = other.pair;
  const startupEn = startup.nameEn || startup.name;
  const table = other.table?.name ?? '';
  const params =
    clash.reason === 'startup_busy'
      ? { ...named(startup.name, startupEn), ...met(investor.name, investor.name), time }
      : clash.reason === 'investor_busy'
        ? { ...named(investor.name, investor.name), ...met(startup.name, startupEn), time }
        : {
            ...named(table, table),
            ...met(startup.name, startupEn),
            ...third(investor.name),
            time,
            bare: isBareTableName(table) ? 'yes' : 'no',
          };
  return [{ reason: clash.reason, field: clash.field, params }];
}

/* Korean sentences take the word with its particle, English ones the English name. */
const named = (who: string, whoEn: string) => ({ who, whoEn, whoIs: withParticle(who, '은/는') });
const met = (other: string, otherEn: string) => ({
  with: other,
  withEn: otherEn,
  withAnd: withParticle(other, '와/과'),
});
const third = (investor: string) => ({ and: investor, andIs: withParticle(investor, '이/가') });
