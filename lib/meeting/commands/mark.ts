import { done, type Refusal, type Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Clash, type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { meetingOperations } from '../operations';
import { canMarkMeetings } from '../policy';
import { findMeetingItem, IS_MARKED_BY_OFFICE } from '../queries/select';
import { refusalsOfMark, refusalsOfPairStatus, type Side } from '../rules';
import { changedMeeting, markMeetingInput } from '../schema';
import { explainClash } from './clash';
import { appendMeetingEvent } from './event';
import { type LockedMeeting, lockAgendas, lockMeeting, lockPairOf, staleMeeting } from './lock';
import { recordWhyItMeets, refusalsOfLyingAhead, refusalsOfNoThanks, statusAt } from './standing';

type MarkTo = {
  state: 'held' | 'no_show' | 'scheduled';
  side?: Side | undefined;
  /** Why a pair that is not to meet is scheduled again. */
  reason?: string | undefined;
};

/** Sets how a meeting went, by the rules of marks; its pair and itself are locked. Returns its new version. */
export async function setMark(
  tx: Tx,
  context: Context<ProgramScope>,
  meeting: LockedMeeting,
  { state, side, reason }: MarkTo,
): Promise<Result<number>> {
  const { scope, now } = context;
  const refusals = refusalsOfMark({
    from: meeting.state,
    to: state,
    fromSide: meeting.noShowSide,
    side,
    startsAt: meeting.startsAt,
    now,
    asStartup: scope.startupId !== null,
    markedByOffice: scope.startupId !== null && (await isMarkedByOffice(tx, scope, meeting.id)),
  });
  if (refusals.length > 0) return { ok: false, refusals: await withMeeting(tx, scope, meeting.id, refusals) };
  if (state === 'scheduled') {
    const asked = await refusalsOfScheduling(tx, context, meeting, reason);
    if (asked.length > 0) return { ok: false, refusals: asked };
  }
  // A no-show or cancelled meeting has given its time back: somebody else may sit there now.
  if (meeting.state !== 'scheduled' && state !== 'no_show') await lockAgendas(tx, scope, meeting);
  await tx.meeting.update({
    where: { programId_id: { programId: scope.programId, id: meeting.id } },
    data: { state, noShowSide: state === 'no_show' ? (side ?? null) : null, version: { increment: 1 } },
    select: { id: true },
  });
  const kind = state === 'scheduled' ? ('reopened' as const) : state;
  await appendMeetingEvent(tx, context, meeting, {
    kind,
    side: side ?? null,
    detail: { from: meeting.state },
  });
  if (meeting.state === 'cancelled') recordWhyItMeets(context, meeting, reason);
  return done(meeting.version + 1);
}

/**
 * A cancelled meeting that comes back is asked what a booking is asked. A wrong mark that is taken back decides nothing anew:
 * the two were to meet and it stays so. What was archived since is asked of both.
 */
async function refusalsOfScheduling(
  tx: Tx,
  context: Context<ProgramScope>,
  meeting: LockedMeeting,
  reason: string | undefined,
): Promise<Refusal[]> {
  const archived = await refusalsOfLyingAhead(tx, context, meeting);
  if (meeting.state !== 'cancelled') return archived;
  return [
    ...archived,
    ...refusalsOfPairStatus(await statusAt(tx, context, meeting.pairId, meeting.startsAt)),
    ...(await refusalsOfNoThanks(tx, context.scope, meeting.pairId, reason)),
  ];
}

/** Whoever is refused for the office's mark has not read it yet: the refusal brings the meeting as it stands. */
async function withMeeting(tx: Tx, scope: ProgramScope, meetingId: string, refusals: Refusal[]) {
  if (!refusals.some(({ reason }) => reason === 'office_marked')) return refusals;
  const current = await findMeetingItem(tx, scope, meetingId);
  return refusals.map((refusal) => ({ ...refusal, current }));
}

async function isMarkedByOffice(tx: Tx, { programId }: ProgramScope, meetingId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    select ${IS_MARKED_BY_OFFICE} as "is" from meeting m
    where m.program_id = ${programId}::uuid and m.id = ${meetingId}::uuid`;
  return row?.is ?? false;
}

export async function explainMark(tx: Tx, clash: Clash, input: { meetingId: string }, scope: ProgramScope) {
  const meeting = await lockMeeting(tx, scope, input.meetingId);
  return explainClash(tx, scope, clash, { ...meeting, except: meeting.id });
}

/**
 * Says how a meeting went: held, a no-show by side, or (scheduled) that the mark was wrong. Refusals: stale, not_yet,
 * side_needed, side_without_no_show, same_state, cancelled, office_marked, and the clashes of a time given away since. Of a
 * cancelled meeting that comes back also pair_closed and the soft gate gate_no_thanks, which opens with a reason; of one that
 * then lies ahead also no_such_table. Throws not_found where it would lie ahead of an archived party.
 */
export const markMeeting = programCommand({
  operation: meetingOperations.markMeeting,
  input: markMeetingInput,
  output: changedMeeting,
  may: canMarkMeetings,
  run: async (tx, context, input) => {
    await lockPairOf(tx, context.scope, input.meetingId);
    const meeting = await lockMeeting(tx, context.scope, input.meetingId);
    if (meeting.version !== input.version) return staleMeeting(tx, context.scope, meeting.id);
    const marked = await setMark(tx, context, meeting, input);
    return marked.ok ? done({ meetingId: meeting.id, version: marked.value }) : marked;
  },
  explain: explainMark,
});
