import type { z } from 'zod';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone, endOfDay, startOfDay } from '@/lib/core/zones';
import { Prisma } from '@/prisma/client/client';
import type { listMeetingsInput } from '../schema';

type MeetingFilter = Omit<z.output<typeof listMeetingsInput>, 'limit' | 'cursor' | 'sort'>;

/** The zone whose days an agenda is cut into: the venue's, or the office's at home. */
export function agendaZone(scope: ProgramScope, zone?: 'venue' | 'home'): string {
  return zone === 'home' ? scope.program.homeZone : scope.program.venueZone;
}

/** Held or over, and nobody has logged how it went. */
export function isWithoutOutcome(now: Date): Prisma.Sql {
  return Prisma.sql`(m.state = 'held' or (m.state = 'scheduled' and m.ends_at <= ${now}))
    and not exists (select from outcome w where w.program_id = m.program_id and w.meeting_id = m.id)`;
}

/** Begins on the present day of the venue or of the home zone; each of them may be a day ahead of the other. */
function isToday({ program }: ProgramScope, now: Date): Prisma.Sql {
  const days = [program.venueZone, program.homeZone].map((zone) => {
    const day = dayInZone(now, zone);
    return Prisma.sql`(m.starts_at >= ${startOfDay(day, zone)} and m.starts_at < ${endOfDay(day, zone)})`;
  });
  return Prisma.sql`(${Prisma.join(days, ' or ')})`;
}

/** The filter as conditions on `meeting m`; the program and the startup's wall stand beside it. */
export function whereMeetings(scope: ProgramScope, filter: MeetingFilter, now: Date): Prisma.Sql {
  const zone = agendaZone(scope, filter.zone);
  const conditions = [Prisma.sql`true`];
  if (filter.from) conditions.push(Prisma.sql`m.starts_at >= ${startOfDay(filter.from, zone)}`);
  if (filter.to) conditions.push(Prisma.sql`m.starts_at < ${endOfDay(filter.to, zone)}`);
  if (filter.today) conditions.push(isToday(scope, now));
  if (filter.stage) conditions.push(Prisma.sql`m.stage = ${filter.stage}::stage`);
  if (filter.state) conditions.push(Prisma.sql`m.state = ${filter.state}::meeting_state`);
  if (filter.startup) conditions.push(Prisma.sql`m.startup_id = ${filter.startup}::uuid`);
  if (filter.investor) conditions.push(Prisma.sql`m.investor_id = ${filter.investor}::uuid`);
  if (filter.table) conditions.push(Prisma.sql`m.table_id = ${filter.table}::uuid`);
  if (filter.withoutOutcome) conditions.push(isWithoutOutcome(now));
  return Prisma.join(conditions, ' and ');
}
