import { useMemo, useState } from 'react';
import type { Markable } from '@/lib/meeting/rules';
import { type Met, metOffered, type OutcomeFacts } from './outcome-draft';

/** The meeting as the server had it when it refused; the version is that of its next mark. */
type StandingMeeting = Markable & { version: number };
/** What the form goes by: the choices that the server would take, and the version that a mark names. */
export type Standing = { version: number; offered: readonly Met[]; isCancelled: boolean };

type Read = { meeting: { version: number }; offered: readonly Met[]; asStartup: boolean };

/** The meeting that a refusal brings as its current record; null where it brings none, or a pair. */
export function meetingOf(current: unknown): StandingMeeting | null {
  if (typeof current !== 'object' || current === null || !('markedByOffice' in current)) return null;
  return current as StandingMeeting;
}

/** What the page read, unless a refusal brought the meeting as it stands since then. */
export function standingOf(read: Read, refused: StandingMeeting | null, now: Date): Standing {
  if (!refused || refused.version < read.meeting.version) {
    return { version: read.meeting.version, offered: read.offered, isCancelled: false };
  }
  const { version, state } = refused;
  return { version, offered: metOffered(refused, read.asStartup, now), isCancelled: state === 'cancelled' };
}

/** The meeting as last told, by the page or by a refusal; `take` reads the record of a refusal. */
export function useStandingMeeting({ meeting, offered, asStartup }: OutcomeFacts) {
  const [refused, setRefused] = useState<StandingMeeting | null>(null);
  const standing = useMemo(
    () => standingOf({ meeting, offered, asStartup }, refused, new Date()),
    [meeting, offered, asStartup, refused],
  );
  const take = (current: unknown) => setRefused((before) => meetingOf(current) ?? before);
  return { ...standing, take };
}
