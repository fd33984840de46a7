import type { Things } from './world';

type Input = Record<string, unknown>;
const times = { startsAt: '2023-04-28T20:00:00Z', endsAt: '2023-04-28T20:25:00Z' };

/** A valid input for each operation that needs more than ids, about the things given. */
const SPECIAL: Record<string, (t: Things) => Input> = {
  'pair.edit': (t) => ({ pairId: t.pairId, version: 2, changes: { nextStep: '자료 송부' } }),
  'pair.move_stage': (t) => ({ pairId: t.pairId, version: 2, stage: 'follow_up', reason: '합의' }),
  'pair.change_status': (t) => ({ pairId: t.pairId, version: 2, status: 'passed', reasonCode: 'sector' }),
  'pair.void_event': (t) => ({ pairId: t.pairId, eventId: t.eventId, reason: '오기' }),
  'pair.move_stages': (t) => ({
    pairs: [{ pairId: t.pairId, version: 2 }],
    stage: 'follow_up',
    reason: '합의',
  }),
  'pair.undo_moves': (t) => ({ eventIds: [t.eventId] }),
  'pair.add_note': (t) => ({ pairId: t.pairId, body: '메모', visibility: 'program' }),
  'pair.edit_note': (t) => ({ pairId: t.pairId, noteId: t.noteId, version: 1, body: '고침' }),
  'amount.add': (t) => ({
    pairId: t.pairId,
    rung: 'discussed',
    minor: 1,
    currency: 'KRW',
    effectiveOn: '2023-05-02',
  }),
  'amount.void': (t) => ({ pairId: t.pairId, amountId: t.amountId, reason: '오기' }),
  'meeting.book': (t) => ({ pairId: t.pairId, stage: 'follow_up', ...times }),
  'meeting.booking_facts': (t) => ({ pair: t.pairId }),
  'meeting.taken_tables': () => times,
  'meeting.change': (t) => ({ meetingId: t.meetingId, version: 1, link: 'https://meet.example/1' }),
  'meeting.move': (t) => ({ meetingId: t.meetingId, version: 1, ...times }),
  'meeting.cancel': (t) => ({ meetingId: t.meetingId, version: 1, reason: '일정 변경' }),
  'meeting.mark': (t) => ({ meetingId: t.meetingId, version: 1, state: 'no_show', side: 'investor' }),
  'outcome.record': (t) => ({ meetingId: t.meetingId, interest: 5, note: '좋음' }),
  'investor.add': () => ({ name: '새 투자사' }),
  'investor.edit': (t) => ({ investorId: t.investorId, version: 1, changes: { city: 'Boston' } }),
  'investor.archive': (t) => ({ investorId: t.investorId, version: 1 }),
  'investor.restore': (t) => ({ investorId: t.investorId, version: 1 }),
  'program.create': () => ({
    slug: 'new-one',
    name: '새 프로그램',
    homeZone: 'Asia/Seoul',
    venueZone: 'Asia/Seoul',
  }),
  'program.restore': (t) => ({ programId: t.programId, version: 1 }),
  'program.edit': () => ({ version: 1, changes: { venue: '새 장소' } }),
  'program.archive': () => ({ version: 1 }),
  'program.set_stages': () => ({
    stages: [
      {
        stage: 'main_session',
        startsOn: '2023-04-28',
        endsOn: '2023-04-28',
        timeZone: 'America/New_York',
        meetingMinutes: 25,
        usesTables: true,
      },
    ],
  }),
  'program.add_tables': () => ({ names: ['새 테이블'] }),
  'program.rename_table': (t) => ({ tableId: t.tableId, name: '다른 이름' }),
  'program.add_slots': () => ({
    stage: 'follow_up',
    day: '2023-05-10',
    firstStart: '09:00',
    minutes: 25,
    breakMinutes: 5,
    count: 2,
  }),
  'program.remove_slots': (t) => ({ slotIds: [t.slotId] }),
  'program.set_fx_rate': () => ({
    base: 'USD',
    quote: 'KRW',
    rate: '1340.00',
    on: '2023-05-03',
    source: '고시',
  }),
  'program.add_contact': (t) => ({ startupId: t.startupId, name: '새 사람' }),
  'program.edit_contact': (t) => ({ contactId: t.contactId, version: 1, changes: { title: '이사' } }),
  'program.archive_contact': (t) => ({ contactId: t.contactId, version: 1 }),
  'program.restore_contact': (t) => ({ contactId: t.contactId, version: 1 }),
  'program.reveal_contact': (t) => ({ contactId: t.contactId, reason: '연락' }),
  'startup.add': () => ({ name: '새 기업', sector: 'ai' }),
  'startup.edit': (t) => ({ startupId: t.startupId, version: 1, changes: { summary: '새 소개' } }),
  'startup.archive': (t) => ({ startupId: t.startupId, version: 1 }),
  'startup.restore': (t) => ({ startupId: t.startupId, version: 1 }),
  'person.change_role': (t) => ({ membershipId: t.membershipId, version: 1, role: 'manager' }),
  'person.end_membership': (t) => ({ membershipId: t.membershipId, version: 1 }),
  'person.restore_membership': (t) => ({ membershipId: t.membershipId, version: 1 }),
  'person.edit_account': () => ({ name: '새 이름', version: 1 }),
  'person.choose_locale': () => ({ locale: 'en' }),
  'person.choose_theme': () => ({ theme: 'dark' }),
  'person.change_password': () => ({ current: 'a wrong old one', password: 'a long new one 1' }),
  'person.set_admin': (t) => ({ personId: t.personId, isAdmin: true, version: 1 }),
  'person.archive': (t) => ({ personId: t.personId, version: 1 }),
  'person.restore': (t) => ({ personId: t.personId, version: 1 }),
  'invitation.invite': () => ({ email: 'new@example.com', name: '새 사람', role: 'manager' }),
  'token.create': () => ({ name: '새 토큰' }),
};

/** For the others the ids that the input's shape asks for are enough. */
export function inputFor(name: string, shape: readonly string[], things: Things): Input {
  const special = SPECIAL[name];
  if (special) return special(things);
  return Object.fromEntries(shape.filter((key) => key.endsWith('Id')).map((key) => [key, things[key]]));
}
