import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { answerWave } from './commands';
import { listWaves } from './queries/list';

const database = ownDatabase();

/**
 * Main sessions on 28 April in Boston. Of four pairs StepOne met both firms, the rival met Firm 7 and not Harbor, where
 * the firm did not come. StepOne and Firm 7 were paid on 20 June; StepOne and Harbor on 1 September, which was voided.
 */
async function afterTheEvent() {
  const world = await smallProgram(database.ownerUrl);
  const { programId } = world;
  await database.owner.query(
    `insert into program_stage (program_id, stage, starts_on, ends_on, time_zone)
     values ($1, 'main_session', '2023-04-28', '2023-04-28', 'America/New_York')`,
    [programId],
  );
  const meet = async (startupId: string, investorId: string, kind: string) => {
    const pairId = world.pairOf(startupId, investorId);
    const meetingId = randomUUID();
    const times = ['2023-04-28T18:00:00Z', '2023-04-28T18:25:00Z'];
    await database.owner.query(
      `insert into meeting (program_id, startup_id, pair_id, id, investor_id, stage, starts_at, ends_at, state)
       values ($1, $2, $3, $4, $5, 'main_session', $6, $7, 'cancelled')`,
      [programId, startupId, pairId, meetingId, investorId, ...times],
    );
    await database.owner.query(
      `insert into meeting_event (program_id, startup_id, pair_id, id, meeting_id, kind, starts_at, ends_at, recorded_at, means)
       values ($1, $2, $3, $4, $5, $6, $7, $8, '2023-04-29T00:00:00Z', 'api')`,
      [programId, startupId, pairId, randomUUID(), meetingId, kind, ...times],
    );
    return pairId;
  };
  const pay = async (startupId: string, pairId: string, on: string, voided: boolean) => {
    const id = randomUUID();
    await database.owner.query(
      `insert into amount (program_id, startup_id, pair_id, id, rung, minor, currency, effective_on, recorded_at, means, source)
       values ($1, $2, $3, $4, 'paid', 100, 'KRW', $5::text::date, $5::text::timestamptz, 'api', 'officer')`,
      [programId, startupId, pairId, id, on],
    );
    if (!voided) return;
    await database.owner.query(
      `insert into void (program_id, startup_id, pair_id, id, amount_id, reason, recorded_at, means)
       values ($1, $2, $3, $4, $5, 'mistaken', '2023-09-02', 'api')`,
      [programId, startupId, pairId, randomUUID(), id],
    );
  };
  const first = await meet(world.stepOne, world.firm7, 'held');
  const second = await meet(world.stepOne, world.harbor, 'held');
  const third = await meet(world.rival, world.firm7, 'held');
  const missed = await meet(world.rival, world.harbor, 'no_show');
  await pay(world.stepOne, first, '2023-06-20', false);
  await pay(world.stepOne, second, '2023-09-01', true);
  return { world, first, second, third, missed };
}

const at = (text: string) => ({ now: new Date(text) });
const JULY = at('2023-07-01T00:00:00Z');
const NOVEMBER = at('2023-11-01T00:00:00Z');

describe('the waves', () => {
  test('count by hand: due, answered, by answer, still to ask, and paid by then', async () => {
    const { world, first, second, third } = await afterTheEvent();
    const officer = world.as('officer');
    await answerWave(officer, { pairId: first, months: 2, state: 'talking' }, JULY);
    await answerWave(officer, { pairId: first, months: 2, state: 'invested', note: '6월 납입' }, NOVEMBER);
    const answers = [
      { pairId: second, months: 6, state: 'ended' },
      { pairId: third, months: 6, state: 'no_contact' },
    ];
    expect(await answerWave(officer, { answers }, NOVEMBER)).toEqual({ ok: true, value: { answered: 2 } });
    const read = async (asked: object) => (await listWaves(world.as('manager'), asked)).waves;
    expect(await read({ asOf: '2023-12-01' })).toMatchObject([
      {
        months: 2,
        dueOn: '2023-06-28',
        due: 3,
        answered: 1,
        toAsk: 2,
        byState: { invested: 1, talking: 0 },
        paid: { numerator: 1, denominator: 3 },
      },
      {
        months: 6,
        dueOn: '2023-10-28',
        due: 3,
        answered: 2,
        toAsk: 1,
        byState: { ended: 1, no_contact: 1 },
        paid: { numerator: 1, denominator: 3 },
      },
      {
        months: 12,
        dueOn: '2024-04-28',
        due: 3,
        answered: 0,
        toAsk: 3,
        paid: { numerator: 1, denominator: 3 },
      },
    ]);
    // The later answer came in November; in July it was the first one.
    expect((await read({ asOf: '2023-07-31' }))[0]).toMatchObject({
      answered: 1,
      byState: { talking: 1, invested: 0 },
    });
    // As known on 1 September the second payment had not been taken back.
    const [, six] = await read({ asOf: '2023-12-01', knownOn: '2023-09-01' });
    expect(six).toMatchObject({ answered: 0, paid: { numerator: 2, denominator: 3 } });
    // Before anybody met nobody is due.
    expect((await read({ asOf: '2023-04-28' })).map(({ due, paid }) => [due, paid.denominator])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('are none in a program without an event', async () => {
    const world = await smallProgram(database.ownerUrl);
    expect(await listWaves(world.as('officer'), {})).toMatchObject({ mainDay: null, waves: [] });
  });
});

describe('an answer', () => {
  test('is refused before its time and of a pair that is not due, all of several with it', async () => {
    const { world, first, missed } = await afterTheEvent();
    const officer = world.as('officer');
    const early = await answerWave(officer, { pairId: first, months: 6, state: 'talking' }, JULY);
    expect(early).toMatchObject({
      refusals: [{ reason: 'too_early', field: ['months'], params: { date: '2023-10-14' } }],
    });
    const answers = [first, missed].map((pairId) => ({ pairId, months: 2, state: 'ended' }));
    expect(await answerWave(officer, { answers }, JULY)).toMatchObject({
      refusals: [{ reason: 'not_due', field: ['answers', 1, 'pairId'] }],
    });
    expect((await listWaves(officer, {})).waves.map(({ answered }) => answered)).toEqual([0, 0, 0]);
  });

  test('of a wrong shape is refused at its field', async () => {
    const { world, first } = await afterTheEvent();
    const refused = async (input: object) => {
      const done = await answerWave(world.as('officer'), input, JULY);
      return done.ok || done.refusals.map(({ reason, field }) => `${field?.join('.')} ${reason}`);
    };
    expect(await refused({ pairId: first, months: 3, state: 'talking' })).toEqual(['months not_in_list']);
    expect(await refused({ pairId: first, months: 2, state: 'rich' })).toEqual(['state not_in_list']);
    expect(await refused({ pairId: first, state: 'talking' })).toEqual(['months required']);
    const answers = [{ pairId: first, months: 2, state: 'talking' }];
    expect(await refused({ answers, pairId: first })).toEqual(['pairId unknown']);
  });
});

describe('who may', () => {
  test('a startup answers for its own pairs and sees only those', async () => {
    const { world, first, third } = await afterTheEvent();
    const startup = world.as('startup');
    expect(await answerWave(startup, { pairId: first, months: 2, state: 'talking' }, JULY)).toMatchObject({
      ok: true,
    });
    await expect(
      answerWave(startup, { pairId: third, months: 2, state: 'ended' }, JULY),
    ).rejects.toMatchObject({ code: 'not_found' });
    const { waves } = await listWaves(startup, {});
    expect(waves.map(({ due }) => due)).toEqual([2, 2, 2]);
    expect(new Set(waves.flatMap(({ rows }) => rows.map((row) => row.startup.id)))).toEqual(
      new Set([world.stepOne]),
    );
    const rival = await listWaves(world.as('rival'), {});
    expect(rival.waves[0]).toMatchObject({ due: 1, answered: 0 });
  });

  test('a manager reads and answers nothing', async () => {
    const { world, first } = await afterTheEvent();
    const answer = answerWave(world.as('manager'), { pairId: first, months: 2, state: 'ended' }, JULY);
    await expect(answer).rejects.toMatchObject({ code: 'forbidden' });
  });
});
