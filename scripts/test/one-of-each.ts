import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { type SmallProgram, smallProgram } from './small-program';

/** A row as the database's owner reads it. */
export type Row = Record<string, unknown>;

/** A small program with one row in every table for each of its startups: what walls are tried against. */
export type Furnished = { world: SmallProgram; startupIds: readonly [string, string] };

/** Writes it as the owner of a migrated, empty database. */
export async function furnishedProgram(owner: Client, ownerUrl: string): Promise<Furnished> {
  const world = await smallProgram(ownerUrl);
  const { programId } = world;
  const officer = world.as('officer').viewer.personId;
  const into = (table: string, row: Row) => insert(owner, table, { program_id: programId, ...row });
  await into('program_stage', { stage: 'main_session', starts_on: DAY, ends_on: DAY, time_zone: 'UTC' });
  await into('timetable_rules', { stage: 'main_session' });
  await into('fx_rate', {
    id: randomUUID(),
    base: 'USD',
    quote: 'KRW',
    rate: 1300,
    on_day: DAY,
    source: 'bank',
    ...WHEN,
  });
  await into('report', {
    ...{
      id: randomUUID(),
      number: 1,
      as_of: DAY,
      known_at: AT,
      figures: '{}',
      sentence_ko: 'x',
      sentence_en: 'x',
    },
    ...{ published_at: AT, means: 'web' },
  });
  await into('party_merge', {
    ...{ id: randomUUID(), kind: 'startup', kept_id: world.stepOne, merged_id: world.rival, at: AT },
    ...{ moved: '{}', profile: '{}' },
  });
  await into('saved_view', {
    ...{ id: randomUUID(), person_id: officer, noun: 'pairs', name: 'x', address: 'view=table' },
    ...{ is_shared: true, default_for: '{startup}', created_at: AT },
  });
  await into('funnel_rollup', { as_of: DAY, known_on: '', figures: '{}', snapshot: '1:1:' });
  await owner.query('insert into program_touch (program_id, xid) values ($1, 1) on conflict do nothing', [
    programId,
  ]);
  await into('match_weights', {
    ...{ sector: 30, round: 20, ticket: 20, region: 10, meetings: 10, wishes: 10, at: AT },
  });
  const importId = randomUUID();
  await into('import', {
    ...{ id: importId, kind: 'startups', file_name: 'x', file_sha256: 'x', file_size: 1, reading: '{}' },
    ...{ row_count: 1, created_at: AT, by_id: officer },
  });
  await into('import_row', { import_id: importId, number: 2, cells: '[]', verdict: 'same' });
  await into('import_change', { import_id: importId, table_name: 'x', row_key: 'x' });
  await into('import_mapping', { kind: 'startups', signature: 'x', fields: '{}', at: AT });
  const startupIds = [world.stepOne, world.rival] as const;
  for (const [n, startupId] of startupIds.entries()) await furnishStartup(into, world, startupId, n);
  await owner.query(`insert into limit_use (key_hash, free_at) values ('x', now()) on conflict do nothing`);
  for (const who of ['admin', 'officer', 'manager', 'startup', 'rival'] as const) {
    const personId = world.as(who).viewer.personId;
    await insert(owner, 'api_token', {
      id: randomUUID(),
      person_id: personId,
      name: 'x',
      token_hash: randomUUID(),
    });
    const webhookId = randomUUID();
    const ofWebhook = { person_id: personId, sealed_secret: 'x', events: '{*}', ended_at: AT };
    await insert(owner, 'webhook', { id: webhookId, url: 'https://hook.example', ...ofWebhook });
    const delivery = { webhook_id: webhookId, person_id: personId, event: 'webhook.test' };
    await insert(owner, 'webhook_delivery', { id: randomUUID(), ...delivery });
    await insert(owner, 'sign_in', {
      id: randomUUID(),
      person_id: personId,
      token_hash: randomUUID(),
      expires_at: LATER,
    });
    await furnishWaysIn(owner, personId);
    await insert(owner, 'known_browser', { person_id: personId, secret_hash: randomUUID(), last_at: AT });
    await insert(owner, 'idempotency_key', {
      person_id: personId,
      key: randomUUID(),
      request_hash: 'x',
      operation: 'x',
    });
    await into('invitation', {
      id: randomUUID(),
      person_id: personId,
      token_hash: randomUUID(),
      invited_by: officer,
      expires_at: LATER,
    });
  }
  return { world, startupIds };
}

async function furnishWaysIn(owner: Client, personId: string): Promise<void> {
  const of = (row: Row) => ({ id: randomUUID(), person_id: personId, ...row });
  await insert(owner, 'sign_in_link', of({ token_hash: randomUUID(), expires_at: LATER }));
  await insert(owner, 'passkey', of({ credential_id: randomUUID(), public_key: '\\x00', name: 'x' }));
  await insert(owner, 'recovery_code', of({ code_hash: randomUUID() }));
  await insert(owner, 'person_identity', of({ issuer: 'https://id.example', subject: randomUUID() }));
  await insert(owner, 'second_factor', { person_id: personId, sealed_secret: 'x' });
  await insert(owner, 'passkey_challenge', {
    challenge_hash: randomUUID(),
    person_id: personId,
    purpose: 'register',
    expires_at: LATER,
  });
}

const DAY = '2023-04-28';
const AT = '2023-04-28 12:00Z';
const LATER = '2123-04-28 12:00Z';
const WHEN = { recorded_at: AT };

type Into = (table: string, row: Row) => Promise<void>;

async function furnishStartup(into: Into, world: SmallProgram, startupId: string, n: number): Promise<void> {
  const { firm7, table6 } = world;
  const pair = { startup_id: startupId, pair_id: world.pairOf(startupId, firm7) };
  const byId = world.as(n === 0 ? 'startup' : 'rival').viewer.personId;
  const entry = { ...pair, by_id: byId, means: 'web', ...WHEN };
  const [contactId, meetingId, slotId, timetableId, amountId] = [1, 2, 3, 4, 5].map(() => randomUUID());
  const hours = { starts_at: `2023-04-28 1${n}:00Z`, ends_at: `2023-04-28 1${n}:25Z` };
  await into('contact', { id: contactId, startup_id: startupId, name: 'x' });
  await into('status_event', {
    id: randomUUID(),
    ...entry,
    from_status: 'open',
    to_status: 'open',
    effective_at: AT,
  });
  await into('amount', {
    ...{
      id: amountId,
      ...entry,
      rung: 'discussed',
      minor: 1,
      currency: 'KRW',
      effective_on: DAY,
      source: 'startup',
    },
  });
  await into('void', { id: randomUUID(), ...entry, amount_id: amountId, reason: 'x' });
  await into('amount', {
    ...{
      id: randomUUID(),
      ...entry,
      rung: 'discussed',
      minor: 1,
      currency: 'KRW',
      effective_on: DAY,
      source: 'startup',
    },
  });
  const meeting = { id: meetingId, ...pair, investor_id: firm7, stage: 'main_session', ...hours };
  await into('meeting', { ...meeting, state: 'held', table_id: table6 });
  await into('meeting_participant', { ...pair, meeting_id: meetingId, contact_id: contactId });
  await into('meeting_event', { id: randomUUID(), ...entry, meeting_id: meetingId, kind: 'held', ...hours });
  await into('outcome', {
    id: randomUUID(),
    ...entry,
    meeting_id: meetingId,
    interest: 3,
    asked: '{}',
    effective_at: AT,
  });
  await into('note', {
    id: randomUUID(),
    ...pair,
    by_id: byId,
    body: 'x',
    visibility: 'shared',
    side: 'startup',
    created_at: AT,
  });
  await into('wave_answer', { id: randomUUID(), ...entry, months: 2, state: 'talking', effective_at: AT });
  await into('audit_entry', {
    id: randomUUID(),
    ...pair,
    command: 'pair.edit',
    subject: 'pair',
    at: AT,
    by_id: byId,
    means: 'web',
  });
  const content = { media_type: 'application/pdf', size: 1, sha256: '0'.repeat(64), created_at: AT };
  await into('stored_file', {
    ...{ id: randomUUID(), kind: 'material', startup_id: startupId, name: 'x', by_id: byId, ...content },
  });
  await into('wish', { ...pair, side: 'startup', said: 'like', at: AT });
  await into('pair_weight', { ...pair, weight: 3, at: AT });
  await into('slot', { id: slotId, stage: 'main_session', ...hours });
  await into('blackout', { id: randomUUID(), slot_id: slotId, startup_id: startupId });
  await into('fixed_table', {
    id: randomUUID(),
    stage: 'main_session',
    startup_id: startupId,
    table_id: table6,
  });
  await into('timetable', { id: timetableId, stage: 'main_session', name: 'x', created_at: AT });
  await into('timetable_meeting', {
    ...{ timetable_id: timetableId, ...pair, investor_id: firm7, slot_id: slotId, ...hours },
  });
  await into('timetable_run', {
    ...{
      id: randomUUID(),
      timetable_id: timetableId,
      seed: 1,
      seconds: 1,
      from_version: 1,
      started_at: AT,
      deadline_at: AT,
    },
  });
}

async function insert(owner: Client, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  await owner.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, Object.values(row));
}
