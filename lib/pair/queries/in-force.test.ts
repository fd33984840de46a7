import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { listAgeing } from '@/lib/funnel/queries/ageing';
import { getClaims } from '@/lib/funnel/queries/claims';
import { listDays } from '@/lib/funnel/queries/days';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { getSeries } from '@/lib/funnel/queries/series';
import { splitFunnel } from '@/lib/funnel/queries/split';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { getReportChanges } from '@/lib/report/queries/changes';
import { findChangedReport, listReports } from '@/lib/report/queries/list';
import { listWaves } from '@/lib/wave/queries/list';
import { recordStatements, type Statement } from '@/scripts/bench/record';
import { ownDatabase } from '@/scripts/test/own-database';
import { calledFunctions } from '@/scripts/test/plan-work';
import { refreshPair } from '../commands/refresh';
import { readMatrix, summarizePairs } from './figures';
import { inForceAt } from './in-force';
import { listPairs } from './list';

const database = ownDatabase('sample');
let officer: ProgramScope;
let pairId: string;
beforeAll(async () => {
  const viewer = await asViewer('nobody', (tx) => actAs(tx, 'officer@sample.example', 'web'));
  officer = actIn(viewer, 'boston-2023');
  pairId = (await listPairs(officer, { limit: 1 })).items[0]?.id ?? '';
});

/** Of prisma/migrations/*_entries_in_force: one SELECT each, without settings. */
const IN_FORCE = [
  ...['stage_in_force', 'status_in_force', 'amount_in_force'],
  ...['last_stage_event', 'last_status_event', 'last_meeting_event', 'amount_since_end'],
];

const THEN = { asOf: '2023-05-03', knownOn: '2023-05-10' };
const FIGURES = [
  ...['reached:main_session', 'met:main_session', 'first_met:main_session', 'entered:main_session'],
  ...['now:follow_up', 'lost:follow_up', 'newly_lost:follow_up', 'staying:follow_up', 'ageing:follow_up'],
  ...['step:invested', 'new_step:follow_on', 'sum:discussed', 'said:discussed:startup', 'rung:loi'],
];

const READS: Record<string, () => Promise<unknown>> = {
  pair: async () => {
    await listPairs(officer, THEN);
    await readMatrix(officer, THEN);
    await summarizePairs(officer, THEN);
    await asViewer(officer, async (tx) => {
      await inForceAt(tx, officer.programId, pairId, new Date('2023-05-03T00:00:00Z'));
      await refreshPair(tx, officer.programId, pairId);
    });
  },
  funnel: async () => {
    await getFunnel(officer, { ...THEN, from: '2023-04-01' });
    await splitFunnel(officer, THEN);
    await getClaims(officer, THEN);
    await getTimeInStage(officer, THEN);
    await getSeries(officer, THEN);
    await listDays(officer, THEN);
    await listAgeing(officer, THEN);
    for (const figure of FIGURES) await listFigureRows(officer, { ...THEN, figure, from: '2023-04-01' });
  },
  wave: () => listWaves(officer, THEN),
  report: async () => {
    await listReports(officer, {});
    await findChangedReport(officer, {});
    await getReportChanges(officer, { number: 1 });
  },
};

const named = (statements: readonly Statement[]) =>
  IN_FORCE.filter((name) => statements.some(({ text }) => text.includes(`${name}(`)));

describe('the functions that say what is in force', () => {
  test.each(Object.entries(READS))(
    'are part of each statement of the %s that names them',
    async (_, read) => {
      const statements = await recordStatements(read);
      expect(named(statements)).not.toEqual([]);
      const called = await calledFunctions(database.appUrl, statements);
      expect(IN_FORCE.filter((name) => called.has(name))).toEqual([]);
    },
  );

  test('are all asked by the product itself', async () => {
    const statements = await recordStatements(async () => {
      for (const read of Object.values(READS)) await read();
    });
    expect(named(statements)).toEqual(IN_FORCE);
  });

  test('show in the plan as soon as one of them is volatile', async () => {
    const statements = await recordStatements(() => getTimeInStage(officer, THEN));
    await database.owner.query('alter function status_in_force(uuid, timestamptz, timestamptz) volatile');
    const called = await calledFunctions(database.appUrl, statements);
    await database.owner.query('alter function status_in_force(uuid, timestamptz, timestamptz) stable');
    expect(IN_FORCE.filter((name) => called.has(name))).toEqual(['status_in_force']);
  });
});
