import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { listPairs } from '@/lib/pair/queries/list';
import type { PairItem } from '@/lib/pair/schema';

import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer, type Tx } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { listQuality } from './queries';
import type { Check } from './schema';

const database = ownDatabase('sample');
let manager: ProgramScope;
let startup: ProgramScope;
beforeAll(async () => {
  const enter = async (email: string) =>
    actIn(await asViewer('nobody', (tx) => actAs(tx, email, 'web')), 'boston-2023');
  manager = await enter('manager@sample.example');
  startup = await enter('startup@sample.example');
});

/** Ids of the pairs, meetings or parties that a check finds; sorted. */
async function found(check: Check): Promise<string[]> {
  const { checks } = await listQuality(manager, {});
  const { findings = [] } = checks.find((each) => each.check === check) ?? {};
  return findings
    .map((finding) =>
      finding.kind === 'parties'
        ? finding.parties.map(({ id }) => id).join('+')
        : finding.kind === 'meeting'
          ? finding.meeting.id
          : finding.pair.id,
    )
    .sort();
}
const ids = async (sql: string) =>
  (await database.owner.query<{ id: string }>(sql)).rows.map(({ id }) => id).sort();

describe('data quality of the sample', () => {
  test('finds what the list of pairs shows', async () => {
    const { items } = await listPairs(manager, { limit: 1000 });
    const pairs = (wrong: (pair: PairItem) => boolean) =>
      items
        .filter(wrong)
        .map(({ id }) => id)
        .sort();
    const closed = ({ status }: PairItem) => status === 'passed' || status === 'withdrawn';
    const rung = ({ amounts: [live] }: PairItem) => live?.rung ?? '';
    const today = (await listQuality(manager, {})).today;
    const talks = ['main_session', 'follow_up'];
    expect(await found('no_next_step')).toEqual(
      pairs((pair) => pair.status === 'open' && talks.includes(pair.stage) && !pair.nextStep),
    );
    expect(await found('next_step_overdue')).toEqual(
      pairs((pair) => !closed(pair) && Boolean(pair.nextStep?.on && pair.nextStep.on < today)),
    );
    expect(await found('closed_with_amount')).toEqual(pairs((pair) => closed(pair) && rung(pair) !== ''));
    expect(await found('paid_while_open')).toEqual(
      pairs((pair) => pair.status === 'open' && ['paid', 'follow_on'].includes(rung(pair))),
    );
    expect(await found('invested_without_money')).toEqual(
      pairs((pair) => pair.status === 'invested' && !['signed', 'paid', 'follow_on'].includes(rung(pair))),
    );
    expect((await found('no_next_step')).length).toBeGreaterThan(0);
  });

  test('finds what the tables hold', async () => {
    expect(await found('outcome_missing')).toEqual(
      await ids(`select m.id from meeting m where m.state = 'held' and not exists
        (select from outcome o where o.meeting_id = m.id)`),
    );
    expect(await found('still_scheduled')).toEqual(
      await ids(`select id from meeting where state = 'scheduled' and ends_at < now()`),
    );
    // The latest rate of the sample: 1 USD in won, 100 cents a dollar.
    const { rows } = await database.owner.query<{ rate: string }>(
      `select rate from fx_rate where base = 'USD' and quote = 'KRW' order by on_day desc limit 1`,
    );
    expect(await found('amount_without_evidence')).toEqual(
      await ids(`select p.id from pair p where p.live_rung is not null
        and round(p.live_minor * case p.live_currency when 'USD' then ${rows[0]?.rate} / 100 else 1 end) >= 1000000000
        and not exists (select from amount a where a.pair_id = p.id and a.evidence is not null and a.rung = p.live_rung
          and a.effective_on = p.live_on and a.minor = p.live_minor)`),
    );
    expect((await found('amount_without_evidence')).length).toBeGreaterThan(0);
    expect(await found('same_startup')).toEqual([]);
  });

  test('finds one thing more for one thing broken', async () => {
    const before = await found('same_investor');
    const [first, second] = await ids('select id from investor order by name limit 2');
    await database.owner.query(
      `update investor set website = 'https://one.example/' || id where id = any($1)`,
      [[first, second]],
    );
    const after = await found('same_investor');
    expect(after.filter((each) => !before.includes(each))).toHaveLength(1);
    expect(after.some((each) => each.includes(`${first}`) && each.includes(`${second}`))).toBe(true);
    const behind = await found('stage_behind_meeting');
    const [meeting] = (
      await database.owner.query<{ pair_id: string }>(
        `select m.pair_id from meeting m join pair p on p.id = m.pair_id
         where m.state = 'held' and m.stage = 'main_session' and p.stage = 'main_session' and p.id <> all($1) limit 1`,
        [behind],
      )
    ).rows;
    await database.owner.query(`update pair set stage = 'pre_meeting' where id = $1`, [meeting?.pair_id]);
    expect(await found('stage_behind_meeting')).toEqual([...behind, `${meeting?.pair_id}`].sort());
  });

  test('asks three statements and one setting, however many pairs; startups ask none', async () => {
    let statements = 0;
    const counted = (tx: Tx): Tx =>
      new Proxy(tx, {
        get: (target, key) => {
          if (key === '$queryRaw') statements += 1;
          return Reflect.get(target, key);
        },
      });
    await asViewer(manager, (tx) => listQuality.within(counted(tx), manager, {}));
    expect(statements).toBe(4);
    await expect(listQuality(startup, {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});
