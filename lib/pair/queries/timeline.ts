import type { ProgramScope } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import type { Tx } from '@/lib/platform/database';
import { isoColumn, namedPersonColumn, personNameColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { isRecordedLate } from '../rules/timeline';
import { pairInput } from '../schema';
import { type TimelineEntry, timelineEntries } from '../schema/history';
import { rowsOfPair } from './item';
import { cameFrom, voidReason, writtenReason } from './logs';
import { isReadableNote } from './notes';

type Row = Omit<TimelineEntry, 'at' | 'recordedAt' | 'late'> & { at: Date; recordedAt: Date };

/** The rows of one pair, with the startup's own limit beside row-level security. */
function ofPair(scope: ProgramScope, pairId: string, table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${table}.program_id = ${scope.programId}::uuid and ${table}.pair_id = ${pairId}::uuid
    and (${scope.startupId}::uuid is null or ${table}.startup_id = ${scope.startupId}::uuid)`;
}

async function readTimeline(tx: Tx, scope: ProgramScope, pairId: string): Promise<Row[]> {
  const zone = scope.program.homeZone;
  return tx.$queryRaw<Row[]>`
    with happened as (
      select e.id, e.effective_at as at, e.recorded_at, e.by_id, e.means, v.id is not null as voided,
        jsonb_build_object('kind', 'stage', 'from', ${cameFrom('stage')}, 'to', e.to_stage, 'reason', ${writtenReason}) as happening
      from stage_event e
      left join void v on v.program_id = e.program_id and v.pair_id = e.pair_id and v.stage_event_id = e.id
      where ${ofPair(scope, pairId, Prisma.sql`e`)}
      union all
      select e.id, e.effective_at, e.recorded_at, e.by_id, e.means, v.id is not null,
        jsonb_build_object('kind', 'status', 'from', ${cameFrom('status')}, 'to', e.to_status, 'reasonCode', e.reason_code,
          'reason', e.reason)
      from status_event e
      left join void v on v.program_id = e.program_id and v.pair_id = e.pair_id and v.status_event_id = e.id
      where ${ofPair(scope, pairId, Prisma.sql`e`)}
      union all
      select v.id, v.recorded_at, v.recorded_at, v.by_id, v.means, false,
        jsonb_build_object('kind', 'void', ${voidReason},
          'of', case when v.stage_event_id is not null then 'stage' when v.status_event_id is not null then 'status'
                     else 'amount' end,
          'what', coalesce(st.to_stage::text, su.to_status::text, am.rung::text))
      from void v
      left join stage_event st on st.program_id = v.program_id and st.id = v.stage_event_id
      left join status_event su on su.program_id = v.program_id and su.id = v.status_event_id
      left join amount am on am.program_id = v.program_id and am.id = v.amount_id
      where ${ofPair(scope, pairId, Prisma.sql`v`)}
      union all
      select e.id, case when e.kind in ('held', 'no_show') then least(e.starts_at, e.recorded_at) else e.recorded_at end,
        e.recorded_at, e.by_id, e.means, false,
        jsonb_build_object('kind', 'meeting', 'event', e.kind, 'meetingId', e.meeting_id, 'stage', m.stage,
          'startsAt', ${isoColumn(Prisma.sql`e.starts_at`)},
          'endsAt', ${isoColumn(Prisma.sql`e.ends_at`)},
          'side', e.side, 'reason', e.reason)
      from meeting_event e
      join meeting m on m.program_id = e.program_id and m.id = e.meeting_id
      where ${ofPair(scope, pairId, Prisma.sql`e`)}
      union all
      select o.id, o.effective_at, o.recorded_at, o.by_id, o.means, false,
        jsonb_build_object('kind', 'outcome', 'meetingId', o.meeting_id, 'stage', m.stage, 'interest', o.interest,
          'nextStep', o.next_step, 'nextStepOn', o.next_step_on)
      from outcome o
      join meeting m on m.program_id = o.program_id and m.id = o.meeting_id
      where ${ofPair(scope, pairId, Prisma.sql`o`)}
      union all
      -- A day has no hour: an entry of an earlier day stands at that day's end.
      select a.id, least(a.recorded_at, ((a.effective_on + 1)::timestamp at time zone ${zone}) - interval '1 millisecond'),
        a.recorded_at, a.by_id, a.means, v.id is not null,
        jsonb_build_object('kind', 'amount', 'rung', a.rung, 'minor', a.minor, 'currency', a.currency, 'source', a.source,
          'effectiveOn', a.effective_on, 'evidence', a.evidence, 'reason', a.reason)
      from amount a
      left join void v on v.program_id = a.program_id and v.pair_id = a.pair_id and v.amount_id = a.id
      where ${ofPair(scope, pairId, Prisma.sql`a`)}
      union all
      select w.id, w.effective_at, w.recorded_at, w.by_id, w.means, false,
        jsonb_build_object('kind', 'wave', 'months', w.months, 'state', w.state, 'note', w.note)
      from wave_answer w
      where ${ofPair(scope, pairId, Prisma.sql`w`)}
      union all
      select n.id, n.created_at, n.created_at, n.by_id, null::means, false,
        jsonb_build_object('kind', 'note', 'visibility', n.visibility, 'side', n.side, 'body', n.body)
      from note n
      where ${ofPair(scope, pairId, Prisma.sql`n`)} and n.archived_at is null and ${isReadableNote(scope)}
      union all
      select d.id, d.at, d.at, d.by_id, d.means, false,
        jsonb_build_object('kind', 'edit', 'changes', (d.detail -> 'changes') - 'ownerId' - 'nextStepOwnerId',
          'fields', (select jsonb_agg(f order by f) from jsonb_object_keys(d.detail -> 'changes') f),
          'nextStepOwner', ${personNameColumn(Prisma.sql`step`)},
          'owner', ${personNameColumn(Prisma.sql`own`)})
      from audit_entry d
      left join person step on step.id = (d.detail -> 'changes' ->> 'nextStepOwnerId')::uuid
      left join person own on own.id = (d.detail -> 'changes' ->> 'ownerId')::uuid
      where ${ofPair(scope, pairId, Prisma.sql`d`)} and d.command in ('pair.edit', 'pair.edit_many') and d.detail -> 'changes' <> '{}'::jsonb
    )
    select h.id, h.at, h.recorded_at as "recordedAt", ${namedPersonColumn(Prisma.sql`b`)} as by, h.means::text as means,
      h.voided, h.happening
    from happened h
    left join person b on b.id = h.by_id
    order by h.at desc, h.recorded_at desc, h.id desc
    limit ${MOST_BESIDE}`;
}

/**
 * Everything that happened to a pair in one statement, newest first by when it happened, at most 500 lines: moves, status,
 * voids, meetings, outcomes, amounts, answers of follow-up waves, notes the viewer may read, and edits. Throws not_found.
 */
export const listTimeline = programQuery({
  operation: pairOperations.listTimeline,
  input: pairInput,
  output: timelineEntries,
  may: canReadPairs,
  run: async (tx, scope, { pairId }) => {
    const { homeZone, venueZone } = scope.program;
    const rows = await rowsOfPair(tx, scope, pairId, await readTimeline(tx, scope, pairId));
    return rows.map(({ at, recordedAt, ...row }) => ({
      ...row,
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
      // An amount has a day of the home zone and no hour.
      late: isRecordedLate(
        at,
        recordedAt,
        row.happening.kind === 'amount' ? [homeZone] : [homeZone, venueZone],
      ),
    }));
  },
});
