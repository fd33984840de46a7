import type { Level, Placed } from '../../schema';
import { forcedByLocks } from '../certificate/forced';
import { breaksOf } from '../improvement/breaks';
import { dealTables } from '../improvement/tables';
import type { Compiled } from '../instance';
import type { Solution } from './options';
import type { Search } from './search';

/** The answer as it is handed out: meetings in order of their slots, tables dealt, every objective with its bound. */
export function answerOf(search: Search): Solution {
  const { compiled, plan } = search;
  search.loosen('floor');
  search.loosen('weight');
  const tableOf = dealTables(compiled, plan.slotOf);
  const requests = Array.from(plan.slotOf.keys()).filter((request) => plan.slotOf[request] !== -1);
  const slotOf = (request: number) => plan.slotOf[request] as number;
  requests.sort((one, other) => slotOf(one) - slotOf(other) || one - other);
  const meetings = requests.map(
    (request): Placed => [
      compiled.startupOf[request] as number,
      (compiled.investorOf[request] as number) - compiled.startups,
      slotOf(request),
    ],
  );
  const levels = [...higherLevels(search), ...lowerLevels(compiled, search, tableOf)];
  return {
    placed: meetings.length,
    weight: plan.reached.weight,
    bound: search.best.weight,
    proved: levels.slice(0, 3).every(({ proved }) => proved),
    levels,
    meetings,
    tables: requests.map((request) => tableOf[request] as number),
    certificate: { proofs: search.proofs, searched: search.searched },
  };
}

function higherLevels({ plan, best }: Search): Level[] {
  return (['musts', 'floor', 'weight'] as const).map((name) => ({
    name,
    value: plan.reached[name],
    bound: best[name],
    proved: plan.reached[name] === best[name],
  }));
}

function lowerLevels(compiled: Compiled, { plan }: Search, tableOf: Int32Array): Level[] {
  const { parties, startups } = compiled;
  const forced = forcedByLocks(compiled.instance);
  let breaks = 0;
  for (let party = 0; party < parties; party++) breaks += breaksOf(plan, party);
  const met = Array.from(plan.met.subarray(0, startups));
  const fairness = met.length === 0 ? 0 : Math.max(...met) - Math.min(...met);
  const level = (name: Level['name'], value: number, bound: number) => ({
    name,
    value,
    bound,
    proved: value === bound,
  });
  return [
    level('breaks', breaks, forced.breaks),
    level('fairness', fairness, forced.fairness),
    level('table_changes', tableChanges(compiled, plan.at, tableOf), forced.table_changes),
  ];
}

/** How often a party sits at another table than in its meeting before, within a day. */
function tableChanges({ parties, slots, dayOf }: Compiled, at: Int32Array, tableOf: Int32Array): number {
  let changes = 0;
  for (let party = 0; party < parties; party++) {
    let last = -1;
    for (let slot = 0; slot < slots; slot++) {
      if (slot > 0 && dayOf[slot] !== dayOf[slot - 1]) last = -1;
      const request = at[party * slots + slot] as number;
      if (request === -1) continue;
      const table = tableOf[request] as number;
      if (last !== -1 && table !== last) changes++;
      last = table;
    }
  }
  return changes;
}
