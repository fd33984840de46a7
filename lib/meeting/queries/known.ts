import type { ProgramScope } from '@/lib/core/scope';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import type { MeetingState, Side } from '../rules';

/** A meeting as rows of a file are matched with it. */
export type KnownMeeting = {
  id: string;
  pairId: string;
  stage: MeetingStage;
  startsAt: Date;
  endsAt: Date;
  tableId: string | null;
  link: string | null;
  state: MeetingState;
  side: Side | null;
  version: number;
};

/** All meetings of a program in order of their times. */
export async function listKnownMeetings(tx: Tx, { programId }: ProgramScope): Promise<KnownMeeting[]> {
  return tx.$queryRaw<KnownMeeting[]>`
    select id, pair_id as "pairId", stage, starts_at as "startsAt", ends_at as "endsAt", table_id as "tableId", link, state,
      no_show_side as side, version
    from meeting where program_id = ${programId}::uuid order by starts_at, id`;
}
