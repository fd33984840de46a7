import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import { type MeetingItem, selectMeetings } from './select';

export type { MeetingItem } from './select';

/** One meeting as it stands. Throws not_found for what is not there or not the viewer's. */
export async function findMeetingItem(tx: Tx, scope: ProgramScope, meetingId: string): Promise<MeetingItem> {
  const [item] = await selectMeetings(tx, scope, { where: Prisma.sql`m.id = ${meetingId}::uuid`, limit: 1 });
  if (!item) throw new AppError('not_found', 'meeting');
  return item;
}
