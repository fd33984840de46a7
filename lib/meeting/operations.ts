import type { noInput } from '@/lib/core/fields';
import { create, get, patch, post } from '@/lib/core/operation';
import type {
  bookingFactsInput,
  bookMeetingInput,
  cancelMeetingInput,
  changeMeetingInput,
  findMeetingInput,
  listMeetingsInput,
  markMeetingInput,
  meetingDaysInput,
  meetingsOfPairInput,
  moveMeetingInput,
  nextMeetingsInput,
  takenTablesInput,
} from './schema';

export const meetingOperations = {
  listMeetings: get<typeof listMeetingsInput>(
    'meeting.list',
    '/programs/{program}/meetings',
    'Meetings, filtered, in their order',
  ),
  listMeetingDays: get<typeof meetingDaysInput>(
    'meeting.days',
    '/programs/{program}/meetings/days',
    'The days that have meetings',
  ),
  nextMeetings: get<typeof nextMeetingsInput>(
    'meeting.next',
    '/programs/{program}/meetings/next',
    'Upcoming meetings, and those without an outcome',
  ),
  findBookingFacts: get<typeof bookingFactsInput>(
    'meeting.booking_facts',
    '/programs/{program}/meetings/booking',
    'Choices for booking a meeting of a pair',
  ),
  listBookingParties: get<typeof noInput>(
    'meeting.parties',
    '/programs/{program}/meetings/parties',
    'Startups and investors by name, for a booking',
  ),
  listTakenTables: get<typeof takenTablesInput>(
    'meeting.taken_tables',
    '/programs/{program}/meetings/taken-tables',
    'The tables taken between two instants',
  ),
  findMeeting: get<typeof findMeetingInput>(
    'meeting.find',
    '/programs/{program}/meetings/{meetingId}',
    'One meeting with its log',
  ),
  changeMeeting: patch<typeof changeMeetingInput>(
    'meeting.change',
    '/programs/{program}/meetings/{meetingId}',
    'Change the link and the people',
  ),
  moveMeeting: post<typeof moveMeetingInput>(
    'meeting.move',
    '/programs/{program}/meetings/{meetingId}/move',
    'Move a meeting to another time',
  ),
  cancelMeeting: post<typeof cancelMeetingInput>(
    'meeting.cancel',
    '/programs/{program}/meetings/{meetingId}/cancel',
    'Cancel a meeting',
  ),
  markMeeting: post<typeof markMeetingInput>(
    'meeting.mark',
    '/programs/{program}/meetings/{meetingId}/mark',
    'Mark a meeting as held or no-show, or undo a mark',
  ),
  listMeetingsOfPair: get<typeof meetingsOfPairInput>(
    'meeting.of_pair',
    '/programs/{program}/pairs/{pairId}/meetings',
    'The meetings of a pair, with their logs',
  ),
  bookMeeting: create<typeof bookMeetingInput>(
    'meeting.book',
    '/programs/{program}/pairs/{pairId}/meetings',
    'Book a meeting',
  ),
};
