import { Temporal } from 'temporal-polyfill';
import { endOf } from './history';
import type { Log, StageRow, StatusRow } from './log';

const STAGES = ['candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up'];

/** Ids of the pairs that stand in their stage for more days than its target, found pair by pair from the log. */
export function recountAgeing(
  log: Log,
  zone: string,
  targets: Record<string, number>,
  asOf: string,
  knownOn?: string,
): string[] {
  const before = endOf(asOf, zone);
  const knownBefore = knownOn ? endOf(knownOn, zone) : Number.POSITIVE_INFINITY;
  const gone = new Set([...log.startups, ...log.investors].filter((p) => p.archived).map((p) => p.id));
  const voided = new Set(log.voids.filter((v) => v.recordedAt < knownBefore).map((v) => v.targetId));
  const found: string[] = [];
  for (const pair of log.pairs) {
    if (gone.has(pair.startupId) || gone.has(pair.investorId)) continue;
    const known = <R extends StageRow | StatusRow>(rows: readonly R[]) =>
      rows
        .filter((row) => row.pairId === pair.id && row.effectiveAt < before)
        .filter((row) => row.recordedAt < knownBefore && !voided.has(row.id));

    let status = { toStatus: 'open', effectiveAt: 0 };
    for (const row of known(log.statuses)) if (row.effectiveAt >= status.effectiveAt) status = row;
    let standing: StageRow | null = null;
    for (const row of known(log.stages)) {
      const replaces: boolean =
        standing === null ||
        (standing.opens === true && !row.opens) ||
        (!row.opens && row.effectiveAt >= standing.effectiveAt);
      if (replaces) standing = row;
    }
    if (standing === null || status.toStatus !== 'open') continue;
    const { toStage: stage, effectiveAt } = standing;
    const target = targets[stage];
    if (target === undefined) continue;
    const since = Temporal.Instant.fromEpochMilliseconds(effectiveAt);
    const days = since.toZonedDateTimeISO(zone).toPlainDate().until(Temporal.PlainDate.from(asOf)).days;
    if (days <= target) continue;

    const booked = log.meetings.some((meeting) => {
      if (meeting.pairId !== pair.id || STAGES.indexOf(meeting.stage) < STAGES.indexOf(stage)) return false;
      const last = log.meetingEvents
        .filter((e) => e.meetingId === meeting.id && e.kind !== 'changed')
        .filter((e) => e.recordedAt < before && e.recordedAt < knownBefore)
        .at(-1);
      return (
        last !== undefined && ['booked', 'moved', 'reopened'].includes(last.kind) && last.startsAt >= before
      );
    });
    if (!booked) found.push(pair.id);
  }
  return found.sort();
}
