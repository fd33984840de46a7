import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { listPairs } from '@/lib/pair/queries/list';
import { addInvestor, addStartup } from '@/lib/party/commands/parties';
import { listStartups } from '@/lib/party/queries/parties';
import { createDraft } from '@/lib/timetable/commands/draft';
import { placeMeeting } from '@/lib/timetable/commands/place';
import { accepted, BEFORE, mainDay } from './main-day';
import { type SmallProgram, smallProgram } from './small-program';

/*
 * Names that come out otherwise by bytes, by the Korean form and by the Latin one, so that a list that is sorted by what
 * its reader does not see is found out.
 */
const STARTUPS = [
  ['ㄱ연구소', 'Éclair'],
  ['가온', 'zebra'],
  ['나래', 'STRASSE'],
  ['Alpha 로보틱스', 'echo'],
] as const;
const FIRMS = ['Élan', 'apex', '한빛', 'Zeta'];
const OFFICERS = [
  ['가람', 'éva'],
  ['하나', 'bob'],
  ['Aaron 리', 'Zed'],
] as const;
const CONTACTS = [
  ['가은', 'zoe'],
  ['Bert', 'ann'],
] as const;
/** People of the startups they are named after. */
const FOUNDERS = ['founder of 가온', 'founder of 나래'];
/** The startups that the draft gives a place. */
export const PLACED = ['ㄱ연구소', '가온', '나래'];

/** As readers of each language look them up; the founders by their startups. */
export const IN_ORDER = {
  ko: {
    startups: ['ㄱ연구소', '가온', '나래', '메디픽셀', '스텝원', 'Alpha 로보틱스'],
    investors: ['한빛', 'apex', 'Élan', 'Firm 7', 'Harbor', 'Zeta'],
    officers: ['가람', '하나', 'Aaron 리', 'officer'],
    founders: ['founder of 가온', 'founder of 나래', 'rival', 'startup'],
    contacts: ['가은', 'Bert', 'Dana Whitlock'],
  },
  en: {
    startups: ['echo', 'Éclair', 'MediPixel', 'StepOne', 'STRASSE', 'zebra'],
    investors: ['apex', 'Élan', 'Firm 7', 'Harbor', 'Zeta', '한빛'],
    officers: ['bob', 'éva', 'officer', 'Zed'],
    founders: ['rival', 'startup', 'founder of 나래', 'founder of 가온'],
    contacts: ['ann', 'Dana Whitlock', 'zoe'],
  },
} as const;

type Database = { readonly owner: Client; readonly ownerUrl: string };
type Ground = { owner: Client; world: SmallProgram };

/**
 * A small program with names of every kind in every list: six startups and six firms whose pairs all met, are owned in
 * turn by four officers and have a step that is overdue; a draft of the main session; one meeting with three contacts.
 */
export async function namedProgram({
  owner,
  ownerUrl,
}: Database): Promise<{ world: SmallProgram; timetableId: string }> {
  const ground = { owner, world: await smallProgram(ownerUrl) };
  const officer = ground.world.as('officer');
  for (const [name, nameEn] of STARTUPS) accepted(await addStartup(officer, { name, nameEn, sector: 'ai' }));
  for (const name of FIRMS) accepted(await addInvestor(officer, { name }));
  const owners = await addPeople(ground);
  const timetableId = await draftTimetable(ground);
  await meetAll(ground);
  await offerAlike(ground);
  await setPairs(ground, owners);
  await bookVideoCall(ground);
  return { world: ground.world, timetableId };
}

/** The officers' ids. */
async function addPeople({ owner, world }: Ground): Promise<string[]> {
  const { programId, firm7 } = world;
  const add = async (name: string, nameEn: string, startupId: string | null) => {
    const [id, role] = [randomUUID(), startupId ? 'startup' : 'officer'];
    await owner.query('insert into person (id, email, name, name_en) values ($1, $2, $3, $4)', [
      ...[id, `${id}@example.com`, name, nameEn],
    ]);
    await owner.query(
      'insert into membership (id, program_id, person_id, role, startup_id) values ($1, $2, $3, $4, $5)',
      [randomUUID(), programId, id, role, startupId],
    );
    return id;
  };
  const owners = [world.as('officer').viewer.personId];
  for (const [name, nameEn] of OFFICERS) owners.push(await add(name, nameEn, null));
  const { items } = await listStartups(world.as('officer'), {});
  for (const name of FOUNDERS) {
    await add(name, '', items.find((startup) => name.endsWith(startup.name))?.id ?? '');
  }
  for (const [name, nameEn] of CONTACTS) {
    await owner.query(
      'insert into contact (id, program_id, investor_id, name, name_en) values ($1, $2, $3, $4, $5)',
      [randomUUID(), programId, firm7, name, nameEn],
    );
  }
  return owners;
}

/** A draft in which some startups meet one firm each, one after the other. */
async function draftTimetable({ world }: Ground): Promise<string> {
  const officer = world.as('officer');
  const slots = await mainDay(world);
  const { items: pairs } = await listPairs(officer, { limit: 1000 });
  let draft = accepted(await createDraft(officer, { stage: 'main_session', from: null }, { now: BEFORE }));
  for (const [at, name] of PLACED.entries()) {
    const pair = pairs.find((each) => each.startup.name === name && each.investor.name === FIRMS[at]);
    const place = { ...draft, pairId: pair?.id ?? '', slotId: slots[at] ?? '' };
    draft = accepted(await placeMeeting(officer, place, { now: BEFORE }));
  }
  return draft.timetableId;
}

/** Every pair met in the main session, all at the same time: that is for counting, not for the calendar. */
async function meetAll({ owner, world }: Ground): Promise<void> {
  await owner.query(
    `insert into meeting (program_id, startup_id, pair_id, id, investor_id, stage, starts_at, ends_at, state)
     select program_id, startup_id, id, gen_random_uuid(), investor_id, 'main_session', '2023-04-28T18:00:00Z',
       '2023-04-28T18:25:00Z', 'cancelled'
     from pair where program_id = $1`,
    [world.programId],
  );
  await owner.query(
    `insert into meeting_event (program_id, startup_id, pair_id, id, meeting_id, kind, starts_at, ends_at, recorded_at, means)
     select program_id, startup_id, pair_id, gen_random_uuid(), id, 'held', starts_at, ends_at, '2023-04-29', 'api'
     from meeting where program_id = $1`,
    [world.programId],
  );
}

/** Every startup is offered the same by one firm, so that only names tell their parts apart. */
async function offerAlike({ owner, world }: Ground): Promise<void> {
  await owner.query(
    `insert into amount (program_id, startup_id, pair_id, id, rung, minor, currency, effective_on, recorded_at, means, source)
     select program_id, startup_id, id, gen_random_uuid(), 'discussed', 100, 'KRW', '2023-04-29', '2023-04-29', 'api', 'officer'
     from pair where program_id = $1 and investor_id = $2`,
    [world.programId, world.firm7],
  );
}

/** Overdue, owned by one officer after the other; all parties with one website, so that they may be one. */
async function setPairs({ owner, world }: Ground, owners: readonly string[]): Promise<void> {
  await owner.query(
    `update pair p set next_step = '전화', next_step_on = '2023-01-01', owner_id = ($2::uuid[])[1 + o.n % 4]
     from (select id, row_number() over (order by id) as n from pair where program_id = $1) o where o.id = p.id`,
    [world.programId, owners],
  );
  for (const side of ['startup', 'investor'])
    await owner.query(`update ${side} set website = 'one.example' where program_id = $1`, [world.programId]);
}

/** With all contacts of the firm. */
async function bookVideoCall({ owner, world }: Ground): Promise<void> {
  const sql = 'select id from contact where program_id = $1 and investor_id = $2';
  const { rows } = await owner.query<{ id: string }>(sql, [world.programId, world.firm7]);
  const call = {
    ...{ pairId: world.pairOf(world.stepOne, world.firm7), stage: 'video_call' },
    ...{ startsAt: '2023-04-30T12:00:00Z', endsAt: '2023-04-30T12:25:00Z' },
    contactIds: rows.map(({ id }) => id),
  };
  accepted(await bookMeeting(world.as('officer'), call, { now: BEFORE }));
}
