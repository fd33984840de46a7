import type { MeetingItem } from '@/lib/meeting/schema';

export type AgendaGroup = { key: string; first: MeetingItem; meetings: MeetingItem[] };

/** Neighbours that share their time, or their table: the list comes sorted by it. */
export function groupAgenda(meetings: readonly MeetingItem[], by: 'time' | 'table'): AgendaGroup[] {
  const groups: AgendaGroup[] = [];
  for (const meeting of meetings) {
    const key = by === 'time' ? `${meeting.startsAt} ${meeting.endsAt}` : (meeting.table?.id ?? '');
    const last = groups.at(-1);
    if (last?.key === key) last.meetings.push(meeting);
    else groups.push({ key, first: meeting, meetings: [meeting] });
  }
  return groups;
}
