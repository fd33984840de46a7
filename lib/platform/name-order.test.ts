import { beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { splitFunnel } from '@/lib/funnel/queries/split';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listPairFacets, listPossibleOwners } from '@/lib/pair/queries/facets';
import { listMembers } from '@/lib/person/queries/members';
import { clocksKnownAt } from '@/lib/program/rules';
import { listQuality } from '@/lib/quality/queries';
import type { Check, Finding } from '@/lib/quality/schema';
import { freeze } from '@/lib/report/queries/freeze';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import { compareTimetables } from '@/lib/timetable/queries/compare';
import { loadFacts } from '@/lib/timetable/queries/facts';
import { getGrid } from '@/lib/timetable/queries/grid';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { toInstance } from '@/lib/timetable/rules/instance';
import type { BlackoutRow } from '@/lib/timetable/schema/wishes';
import { listWaves } from '@/lib/wave/queries/list';
import { IN_ORDER, namedProgram, PLACED } from '@/scripts/test/named-program';
import { ownDatabase } from '@/scripts/test/own-database';
import type { SmallProgram } from '@/scripts/test/small-program';
import { asViewer } from './database';

const database = ownDatabase();
const stage = 'main_session';
let world: SmallProgram;
let officer: ProgramScope;
let timetableId: string;

beforeAll(async () => {
  ({ world, timetableId } = await namedProgram(database));
  officer = world.as('officer');
});

const reading = (locale: Locale, scope: ProgramScope = officer): ProgramScope => ({
  ...scope,
  viewer: { ...scope.viewer, locale },
});

type Party = { name: string; nameEn?: string };
type Pair = { startup: Party; investor: Party };
type Lists = Record<string, (scope: ProgramScope) => Promise<readonly Party[]>>;
type PairLists = Record<string, (scope: ProgramScope) => Promise<readonly Pair[]>>;

const shownIn = (locale: Locale) => (party: Party) => (locale === 'en' && party.nameEn) || party.name;
const findings = async (scope: ProgramScope, check: Check): Promise<Finding[]> =>
  (await listQuality(scope, {})).checks.find((each) => each.check === check)?.findings ?? [];
const likeOne = async (scope: ProgramScope, check: Check): Promise<readonly Party[]> => {
  const [finding] = await findings(scope, check);
  return finding?.kind === 'parties' ? finding.parties : [];
};
const rowsOf = async (scope: ProgramScope, kind: BlackoutRow['kind']) =>
  (await getBlackouts(scope, { stage })).rows.filter((row) => row.kind === kind);
const members = async (scope: ProgramScope, role: string) =>
  (await listMembers(scope, {})).items.filter((member) => member.role === role);

const STARTUP_LISTS: Lists = {
  'the split by startup': async (scope) => (await splitFunnel(scope, { by: 'startup' })).parts,
  'startups behind a sum': async (scope) =>
    (await getFunnel(scope, {})).sums[0]?.concentration.map(({ startup }) => startup) ?? [],
  'startups of the pairs': async (scope) => (await listPairFacets(scope, {})).startups,
  'startups of a grid': async (scope) => (await getGrid(scope, { timetableId })).startups,
  'startups with their blackouts': (scope) => rowsOf(scope, 'startup'),
  'startups that may be one': (scope) => likeOne(scope, 'same_startup'),
};
const INVESTOR_LISTS: Lists = {
  'the split by investor': async (scope) => (await splitFunnel(scope, { by: 'investor' })).parts,
  'investors of the pairs': async (scope) => (await listPairFacets(scope, {})).investors,
  'investors of a grid': async (scope) => (await getGrid(scope, { timetableId })).investors,
  'investors with their blackouts': (scope) => rowsOf(scope, 'investor'),
  'investors that may be one': (scope) => likeOne(scope, 'same_investor'),
  "a startup's own wishes": async (scope) =>
    (await listWishes(reading(scope.viewer.locale, world.as('startup')), {})).items.map(
      (item) => item.investor,
    ),
};
const OFFICER_LISTS: Lists = {
  'the split by owner': async (scope) => (await splitFunnel(scope, { by: 'owner' })).parts,
  'members of the office': (scope) => members(scope, 'officer'),
  'people of the pairs': async (scope) =>
    (await listPairFacets(scope, {})).people.filter(({ startupId }) => startupId === null),
  'possible owners of a step': async (scope) => {
    const pairId = world.pairOf(world.stepOne, world.firm7);
    return (await listPossibleOwners(scope, { pairId })).filter(({ side }) => side === 'program');
  },
};
const CONTACT_LISTS: Lists = {
  'people with their blackouts': async (scope) =>
    (await rowsOf(scope, 'contact')).filter(({ of }) => of === world.firm7),
  'participants of a meeting': async (scope) =>
    (await listMeetings(scope, { stage: 'video_call' })).items[0]?.participants ?? [],
};
const PAIR_LISTS: PairLists = {
  wishes: async (scope) => (await listWishes(scope, { stage })).items,
  waves: async (scope) => (await listWaves(scope, {})).waves[0]?.rows ?? [],
  'rows of a figure': async (scope) => (await listFigureRows(scope, { figure: `met:${stage}` })).rows,
  'pairs to mend': async (scope) =>
    (await findings(scope, 'next_step_overdue')).flatMap((found) =>
      found.kind === 'pair' ? [found.pair] : [],
    ),
};

const LOCALES: readonly Locale[] = ['ko', 'en'];
const inEither = (lists: Lists) =>
  LOCALES.flatMap((locale) => Object.keys(lists).map((list) => ({ locale, list })));
const inEitherOfPairs = (lists: PairLists) =>
  LOCALES.flatMap((locale) => Object.keys(lists).map((list) => ({ locale, list })));

describe.each([
  ['startups', STARTUP_LISTS],
  ['investors', INVESTOR_LISTS],
  ['officers', OFFICER_LISTS],
  ['contacts', CONTACT_LISTS],
] as const)('lists of %s', (of, lists) => {
  test.each(inEither(lists))('7.17 $list: as readers of $locale look them up', async ({ locale, list }) => {
    const shown = (await lists[list]?.(reading(locale)))?.map(shownIn(locale));
    expect(shown).toEqual(IN_ORDER[locale][of]);
  });
});

describe('lists of pairs', () => {
  test.each(inEitherOfPairs(PAIR_LISTS))(
    '7.17 $list: as readers of $locale look them up',
    async ({ locale, list }) => {
      const name = shownIn(locale);
      const { startups, investors } = IN_ORDER[locale];
      const shown = await PAIR_LISTS[list]?.(reading(locale));
      expect(shown?.map(({ startup, investor }) => `${name(startup)} ${name(investor)}`)).toEqual(
        startups.flatMap((startup) => investors.map((investor) => `${startup} ${investor}`)),
      );
    },
  );
});

describe('a timetable', () => {
  test.each(LOCALES)('7.17 what differs comes by startup as readers of %s look them up', async (locale) => {
    const { items } = await compareTimetables(reading(locale), { to: timetableId });
    const name = shownIn(locale);
    expect(items.map(({ startup }) => startup.name).toSorted()).toEqual(PLACED.toSorted());
    const inOrder = IN_ORDER[locale].startups.filter((each) =>
      items.some(({ startup }) => name(startup) === each),
    );
    expect(items.map(({ startup }) => name(startup))).toEqual(inOrder);
  });

  test.each(LOCALES)(
    '7.17 wishes that have no place come by name where they weigh the same, in %s',
    async (locale) => {
      const { unplaced, meetings } = await getGrid(reading(locale), { timetableId });
      expect(unplaced).toHaveLength(36 - meetings.length);
      expect(new Set(unplaced.map(({ weight }) => weight)).size).toBe(1);
      const name = shownIn(locale);
      const { startups, investors } = IN_ORDER[locale];
      const all = startups.flatMap((startup) => investors.map((investor) => `${startup} ${investor}`));
      const shown = unplaced.map(({ startup, investor }) => `${name(startup)} ${name(investor)}`);
      expect(shown).toEqual(all.filter((pair) => shown.includes(pair)));
    },
  );
});

test('7.17 people of startups come by the startup, then by name', async () => {
  for (const locale of LOCALES) {
    const shown = await members(reading(locale), 'startup');
    expect(shown.map(shownIn(locale))).toEqual(IN_ORDER[locale].founders);
  }
});

describe('what every reader is told alike', () => {
  test('7.17 the solver is asked the same', async () => {
    const asked = async (locale: Locale) => {
      const scope = reading(locale);
      const { facts, before } = await asViewer(scope, (tx) => loadFacts(tx, scope, stage));
      const { placedOf: _, ...mapped } = toInstance(facts, [], before);
      return mapped;
    };
    expect(await asked('en')).toEqual(await asked('ko'));
  });

  test('7.17 a report freezes the same', async () => {
    const frozen = async (locale: Locale) => {
      const scope = reading(locale);
      const knownAt = new Date();
      const clocks = clocksKnownAt(scope.program, dayInZone(knownAt, scope.program.homeZone), knownAt);
      const { frozen } = await asViewer(scope, (tx) => freeze(tx, scope, { clocks, knownAt }, 'discussed'));
      return { ...frozen, funnel: frozen.funnel.sums };
    };
    const inKorean = await frozen('ko');
    expect(inKorean.parties.startups).toHaveLength(6);
    expect(inKorean.advanced).not.toEqual([]);
    expect(await frozen('en')).toEqual(inKorean);
  });
});
