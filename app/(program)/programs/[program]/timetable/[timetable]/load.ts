import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canReadTimetables } from '@/lib/timetable/policy';
import { getGrid } from '@/lib/timetable/queries/grid';

/** The viewer and the timetable of an address, once a request; 404 for whoever may not read it. */
export const timetableOf = cache(async (program: string, timetableId: string) => {
  const scope = await requireProgram(program);
  if (!canReadTimetables(scope)) notFound();
  return { scope, grid: await orNotFound(getGrid(scope, { timetableId })) };
});

export type TimetableParams = { params: Promise<{ program: string; timetable: string }> };
