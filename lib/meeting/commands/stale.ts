import { refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { findMeetingItem } from '../queries/item';

/** Somebody changed the meeting since it was read: the refusal carries it as it stands now. */
export async function staleMeeting(tx: Tx, scope: ProgramScope, meetingId: string) {
  return refuse('stale', { field: ['version'], current: await findMeetingItem(tx, scope, meetingId) });
}
