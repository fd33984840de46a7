import type { noInput } from '@/lib/core/fields';
import { create, get, patch, post } from '@/lib/core/operation';
import type {
  bookingFacts,
  bookingFactsInput,
  bookingParties,
  bookMeetingInput,
  cancelMeetingInput,
  changedMeeting,
  changeMeetingInput,
  findMeetingInput,
  listMeetingsInput,
  markMeetingInput,
  meetingDays,
  meetingDaysInput,
  meetingPage,
  meetingsOfPair,
  meetingsOfPairInput,
  meetingWithEvents,
  moveMeetingInput,
  nextMeetingsAnswer,
  nextMeetingsInput,
  takenTables,
  takenTablesInput,
} from './schema';

export const meetingOperations = {
  listMeetings: get<typeof listMeetingsInput, typeof meetingPage>(
    'meeting.list',
    '/programs/{program}/meetings',
    'Meetings, filtered, in their order',
  ),
  listMeetingDays: get<typeof meetingDaysInput, typeof meetingDays>(
    'meeting.days',
    '/programs/{program}/meetings/days',
    'The days that have meetings',
  ),
  nextMeetings: get<typeof nextMeetingsInput, typeof nextMeetingsAnswer>(
    'meeting.next',
    '/programs/{program}/meetings/next',
    'Upcoming meetings, and those without an outcome',
  ),
  findBookingFacts: get<typeof bookingFactsInput, typeof bookingFacts>(
    'meeting.booking_facts',
    '/programs/{program}/meetings/booking',
    'Choices for booking a meeting of a pair',
  ),
  listBookingParties: get<typeof noInput, typeof bookingParties>(
    'meeting.parties',
    '/programs/{program}/meetings/parties',
    'Startups and investors by name, for a booking',
  ),
  listTakenTables: get<typeof takenTablesInput, typeof takenTables>(
    'meeting.taken_tables',
    '/programs/{program}/meetings/taken-tables',
    'The tables taken between two instants',
  ),
  findMeeting: get<typeof findMeetingInput, typeof meetingWithEvents>(
    'meeting.find',
    '/programs/{program}/meetings/{meetingId}',
    'One meeting with its log',
  ),
  changeMeeting: patch<typeof changeMeetingInput, typeof changedMeeting>(
    'meeting.change',
    '/programs/{program}/meetings/{meetingId}',
    'Change the link and the people',
  ),
  moveMeeting: post<typeof moveMeetingInput, typeof changedMeeting>(
    'meeting.move',
    '/programs/{program}/meetings/{meetingId}/move',
    'Move a meeting to another time',
  ),
  cancelMeeting: post<typeof cancelMeetingInput, typeof changedMeeting>(
    'meeting.cancel',
    '/programs/{program}/meetings/{meetingId}/cancel',
    'Cancel a meeting',
  ),
  markMeeting: post<typeof markMeetingInput, typeof changedMeeting>(
    'meeting.mark',
    '/programs/{program}/meetings/{meetingId}/mark',
    'Mark a meeting as held or no-show, or undo a mark',
  ),
  listMeetingsOfPair: get<typeof meetingsOfPairInput, typeof meetingsOfPair>(
    'meeting.of_pair',
    '/programs/{program}/pairs/{pairId}/meetings',
    'The meetings of a pair, with their logs',
  ),
  bookMeeting: create<typeof bookMeetingInput, typeof changedMeeting>(
    'meeting.book',
    '/programs/{program}/pairs/{pairId}/meetings',
    'Book a meeting',
  ),
};
