import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Upload } from '@/lib/core/upload';
import type { Things } from './world';

type Input = Record<string, unknown>;
const times = { startsAt: '2023-04-28T20:00:00Z', endsAt: '2023-04-28T20:25:00Z' };

const rules = {
  startupFloor: 1,
  investorFloor: 0,
  startupMax: null,
  investorMax: null,
  startupRestAfter: null,
  investorRestAfter: null,
  tablesAtOnce: null,
  bufferMinutes: 0,
};

/** A document as the server holds it once it has received it. */
function document(): Upload {
  const file = path.join(tmpdir(), 'roundtable-access.pdf');
  writeFileSync(file, '%PDF-1.7\n');
  return new Upload({ name: '자료.pdf', size: 9, sha256: '0'.repeat(64), path: file });
}

/** A file that is gone when it is read. */
const nothing = (name: string) => new Upload({ name, size: 1, sha256: '0'.repeat(64), path: '/nowhere' });

/** A valid input for each operation that needs more than ids, about the things given. */
const SPECIAL: Record<string, (t: Things) => Input> = {
  'search.find': () => ({ q: '메디' }),
  'funnel.rows': () => ({ figure: 'reached:main_session' }),
  'transfer.rows': () => ({ figure: 'sum:discussed' }),
  'export.rows': () => ({ figure: 'sum:discussed', format: 'csv' }),
  'funnel.compare': () => ({ with: '2023-08-01' }),
  'pair.edit': (t) => ({ pairId: t.pairId, version: 2, changes: { nextStep: '자료 송부' } }),
  'pair.edit_many': (t) => ({
    edits: [{ pairId: t.pairId, version: 2, changes: { nextStep: '자료 송부' } }],
  }),
  'pair.move_stage': (t) => ({ pairId: t.pairId, version: 2, stage: 'follow_up', reason: '합의' }),
  'pair.change_status': (t) => ({ pairId: t.pairId, version: 2, status: 'passed', reasonCode: 'sector' }),
  'pair.void_event': (t) => ({ pairId: t.pairId, eventId: t.eventId, reason: '오기' }),
  'pair.move_stages': (t) => ({
    pairs: [{ pairId: t.pairId, version: 2 }],
    stage: 'follow_up',
    reason: '합의',
  }),
  'pair.change_statuses': (t) => ({
    pairs: [{ pairId: t.pairId, version: 2 }],
    status: 'passed',
    reasonCode: 'sector',
  }),
  'pair.undo_moves': (t) => ({ eventIds: [t.eventId] }),
  'pair.add_note': (t) => ({ pairId: t.pairId, body: '메모', visibility: 'program' }),
  'pair.edit_note': (t) => ({ pairId: t.pairId, noteId: t.noteId, version: 1, body: '고침' }),
  'amount.add': (t) => ({
    pairId: t.pairId,
    rung: 'discussed',
    minor: 100_000_000,
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
  'timetable.overview': () => ({ stage: 'main_session' }),
  'timetable.create_draft': () => ({ stage: 'main_session', name: '새 초안' }),
  'timetable.set_rules': () => ({ stage: 'main_session', version: 0, ...rules }),
  'timetable.blackouts': () => ({ stage: 'main_session' }),
  'timetable.paint_blackouts': (t) => ({
    stage: 'main_session',
    paints: [{ party: { kind: 'startup', id: t.startupId }, slotIds: [t.slotId], away: true }],
  }),
  'timetable.fix_table': (t) => ({
    stage: 'main_session',
    party: { kind: 'startup', id: t.startupId },
    tableId: t.tableId,
  }),
  'timetable.say_wish': (t) => ({ pairId: t.pairId, said: 'must' }),
  'timetable.say_wishes': (t) => ({ words: [{ pairId: t.pairId, said: 'like', was: null }] }),
  'timetable.weigh_pairs': (t) => ({ weights: [{ pairId: t.pairId, weight: 4, was: null }] }),
  'match.set_weights': () => ({
    weights: { sector: 50, round: 10, ticket: 10, region: 10, meetings: 10, wishes: 10 },
    version: 0,
  }),
  'timetable.weigh_pair': (t) => ({ pairId: t.pairId, weight: 5 }),
  'timetable.compare': (t) => ({ to: t.timetableId }),
  'timetable.repair': (t) => ({ stage: 'main_session', change: { kind: 'table_lost', tableId: t.tableId } }),
  'timetable.take_repair': (t) => ({
    stage: 'main_session',
    change: { kind: 'table_lost', tableId: t.tableId },
    option: 0,
    basedOn: t.timetableId,
  }),
  'timetable.undo_publish': () => ({ stage: 'main_session' }),
  'timetable.rename': (t) => ({ timetableId: t.timetableId, version: 1, name: '다른 이름' }),
  'timetable.discard': (t) => ({ timetableId: t.timetableId, version: 1 }),
  'timetable.restore': (t) => ({ timetableId: t.timetableId, version: 1 }),
  'timetable.place': (t) => ({ timetableId: t.timetableId, version: 1, pairId: t.pairId, slotId: t.slotId }),
  'timetable.move': (t) => ({ timetableId: t.timetableId, version: 1, pairId: t.pairId, slotId: t.slotId }),
  'timetable.swap': (t) => ({
    timetableId: t.timetableId,
    version: 1,
    pairId: t.pairId,
    withPairId: t.pairId,
  }),
  'timetable.remove': (t) => ({ timetableId: t.timetableId, version: 1, pairId: t.pairId }),
  'timetable.lock': (t) => ({ timetableId: t.timetableId, version: 1, locked: true, pairIds: [t.pairId] }),
  'timetable.what_if': (t) => ({
    timetableId: t.timetableId,
    change: { kind: 'table_lost', tableId: t.tableId },
  }),
  'timetable.start_solve': (t) => ({ timetableId: t.timetableId, version: 1 }),
  'timetable.publish': (t) => ({ timetableId: t.timetableId, version: 1 }),
  'outcome.record': (t) => ({ meetingId: t.meetingId, interest: 5, note: '좋음' }),
  'wave.answer': (t) => ({ pairId: t.pairId, months: 2, state: 'talking' }),
  'report.get': () => ({ number: 1 }),
  'report.changes': () => ({ number: 1 }),
  'report.draft': () => ({ asOf: '2023-05-03', sum: 'discussed' }),
  'report.publish': () => ({ asOf: '2023-05-03', sum: 'discussed' }),
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
  'program.keep_setup_step': () => ({ step: 'slots' }),
  'program.clone': () => ({ name: 'x', slug: 'a-clone', parts: [] }),
  'program.delete': (t) => ({ programId: t.programId, name: 'x' }),
  'program.close': () => ({ version: 1 }),
  'program.reopen': () => ({ version: 1, reason: 'x' }),
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
  'program.import_fx_rates': () => ({
    rates: [{ base: 'USD', quote: 'KRW', rate: '1341.00', on: '2023-05-04', source: '고시' }],
  }),
  'program.add_contact': (t) => ({ startupId: t.startupId, name: '새 사람' }),
  'program.edit_contact': (t) => ({ contactId: t.contactId, version: 1, changes: { title: '이사' } }),
  'program.archive_contact': (t) => ({ contactId: t.contactId, version: 1 }),
  'program.restore_contact': (t) => ({ contactId: t.contactId, version: 1 }),
  'program.reveal_contact': (t) => ({ contactId: t.contactId, reason: '연락' }),
  'startup.preview_merge': (t) => ({ startupId: t.startupId, mergedId: t.otherStartupId }),
  'startup.merge': (t) => ({
    ...{ startupId: t.startupId, version: 1, mergedId: t.otherStartupId, mergedVersion: 1, fields: [] },
  }),
  'startup.undo_merge': (t) => ({ startupId: t.startupId, mergeId: t.pairId }),
  'investor.preview_merge': (t) => ({ investorId: t.investorId, mergedId: t.otherInvestorId }),
  'investor.merge': (t) => ({
    ...{ investorId: t.investorId, version: 1, mergedId: t.otherInvestorId, mergedVersion: 1, fields: [] },
  }),
  'investor.undo_merge': (t) => ({ investorId: t.investorId, mergeId: t.pairId }),
  'file.list': (t) => ({ startupId: t.startupId }),
  'file.add_material': (t) => ({ startupId: t.startupId, file: document() }),
  'file.set_logo': (t) => ({ startupId: t.startupId, file: document() }),
  'file.add_evidence': (t) => ({ pairId: t.pairId, amountId: t.amountId, file: document() }),
  'file.archive': (t) => ({ fileId: t.fileId, version: 1 }),
  'file.restore': (t) => ({ fileId: t.fileId, version: 1 }),
  'startup.add': () => ({ name: '새 기업', sector: 'ai' }),
  'startup.edit': (t) => ({ startupId: t.startupId, version: 1, changes: { summary: '새 소개' } }),
  'startup.archive': (t) => ({ startupId: t.startupId, version: 1 }),
  'startup.restore': (t) => ({ startupId: t.startupId, version: 1 }),
  'person.change_role': (t) => ({ membershipId: t.membershipId, version: 1, role: 'manager' }),
  'person.end_memberships': (t) => ({ members: [{ membershipId: t.membershipId, version: 1 }] }),
  'person.end_membership': (t) => ({ membershipId: t.membershipId, version: 1 }),
  'person.restore_membership': (t) => ({ membershipId: t.membershipId, version: 1 }),
  'person.edit_account': () => ({ name: '새 이름', version: 1 }),
  'person.choose_locale': () => ({ locale: 'en' }),
  'person.choose_theme': () => ({ theme: 'dark' }),
  'person.change_password': () => ({ current: 'a wrong old one', password: 'a long new one 1' }),
  'person.set_first_password': () => ({ password: 'a long new one 1' }),
  'person.add_passkey': () => ({
    name: '노트북',
    credential: { id: 'AAAA', response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } },
  }),
  'person.rename_passkey': (t) => ({ passkeyId: t.personId, name: '새 이름' }),
  'person.remove_passkey': (t) => ({ passkeyId: t.personId }),
  'person.remove_identity': (t) => ({ identityId: t.personId }),
  'person.confirm_second_factor': () => ({ code: '000000' }),
  'person.renew_recovery_codes': () => ({ code: '000000' }),
  'person.remove_second_factor': () => ({ code: '000000' }),
  'program.require_second_factor': () => ({ isRequired: false }),
  'person.set_admin': (t) => ({ personId: t.personId, isAdmin: true, version: 1 }),
  'person.archive': (t) => ({ personId: t.personId, version: 1 }),
  'person.restore': (t) => ({ personId: t.personId, version: 1 }),
  'invitation.invite': () => ({ email: 'new@example.com', name: '새 사람', role: 'manager' }),
  'invitation.invite_many': () => ({
    people: [{ email: 'new.too@example.com', name: '새 사람', role: 'manager' }],
  }),
  'invitation.request_password': () => ({ email: 'officer@example.com' }),
  'invitation.request_sign_in_link': () => ({ email: 'officer@example.com', next: '/programs' }),
  'view.save': () => ({ noun: 'pairs', name: '후속 상담', address: 'stage=follow_up' }),
  'view.edit': (t) => ({ viewId: t.viewId, version: 1, name: '새 이름' }),
  'view.archive': (t) => ({ viewId: t.viewId, version: 1 }),
  'view.restore': (t) => ({ viewId: t.viewId, version: 1 }),
  'token.create': () => ({ name: '새 토큰' }),
  'webhook.create': () => ({ url: 'https://hook.example/in', events: ['*'] }),
  'webhook.edit': (t) => ({ webhookId: t.webhookId, version: 1, events: ['pair.*'] }),
  'import.create': () => ({ kind: 'startups', file: nothing('list.csv') }),
  'archive.preview': () => ({ file: nothing('archive.zip') }),
  'archive.restore': () => ({ file: nothing('archive.zip') }),
  'import.template': () => ({ kind: 'startups' }),
  'import.change': (t) => ({ importId: t.importId, version: 1, mapping: { '0': 'name' } }),
  'import.mend_row': (t) => ({ importId: t.importId, number: 2, cells: { name: '새 이름' } }),
  'import.decide': (t) => ({ importId: t.importId, reason: 'similar_name', decision: 'create' }),
};

/** For the others the ids that the input's shape asks for are enough. */
export function inputFor(name: string, shape: readonly string[], things: Things): Input {
  const special = SPECIAL[name];
  if (special) return special(things);
  const ids = Object.fromEntries(shape.filter((key) => key.endsWith('Id')).map((key) => [key, things[key]]));
  return shape.includes('format') ? { ...ids, format: 'csv' } : ids;
}
