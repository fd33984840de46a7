import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { changeMeeting } from '@/lib/meeting/commands/change';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { moveMeeting } from '@/lib/meeting/commands/move';
import { findBookingFacts, listBookingParties, listTakenTables } from '@/lib/meeting/queries/booking';
import { listMeetingDays } from '@/lib/meeting/queries/days';
import { findMeeting } from '@/lib/meeting/queries/find';
import { listMeetings } from '@/lib/meeting/queries/list';
import { nextMeetings } from '@/lib/meeting/queries/next';
import { listMeetingsOfPair } from '@/lib/meeting/queries/of-pair';
import { inProgram } from '../operation';

export const meetingOperations = [
  inProgram(listMeetings, {
    method: 'GET',
    path: '/meetings',
    summary: 'Meetings, filtered, in their order',
  }),
  inProgram(listMeetingDays, {
    method: 'GET',
    path: '/meetings/days',
    summary: 'The days that have meetings',
  }),
  inProgram(nextMeetings, {
    method: 'GET',
    path: '/meetings/next',
    summary: 'Upcoming meetings, and those without an outcome',
  }),
  inProgram(findBookingFacts, {
    method: 'GET',
    path: '/meetings/booking',
    summary: 'Choices for booking a meeting of a pair',
  }),
  inProgram(listBookingParties, {
    method: 'GET',
    path: '/meetings/parties',
    summary: 'Startups and investors by name, for a booking',
  }),
  inProgram(listTakenTables, {
    method: 'GET',
    path: '/meetings/taken-tables',
    summary: 'The tables taken between two instants',
  }),
  inProgram(findMeeting, { method: 'GET', path: '/meetings/{meeting}', summary: 'One meeting with its log' }),
  inProgram(changeMeeting, {
    method: 'PATCH',
    path: '/meetings/{meeting}',
    summary: 'Change the link and the people',
  }),
  inProgram(moveMeeting, {
    method: 'POST',
    path: '/meetings/{meeting}/move',
    summary: 'Move a meeting to another time',
  }),
  inProgram(cancelMeeting, {
    method: 'POST',
    path: '/meetings/{meeting}/cancel',
    summary: 'Cancel a meeting',
  }),
  inProgram(markMeeting, {
    method: 'POST',
    path: '/meetings/{meeting}/mark',
    summary: 'Mark a meeting as held or no-show, or undo a mark',
  }),
  inProgram(listMeetingsOfPair, {
    method: 'GET',
    path: '/pairs/{pair}/meetings',
    summary: 'The meetings of a pair, with their logs',
  }),
  inProgram(bookMeeting, {
    method: 'POST',
    path: '/pairs/{pair}/meetings',
    summary: 'Book a meeting',
    creates: true,
  }),
];
