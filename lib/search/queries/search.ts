import type { ProgramScope } from '@/lib/core/scope';
import { speakFor, type Tx } from '@/lib/platform/database';
import { viewerQuery } from '@/lib/platform/query';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { searchOperations } from '../operations';
import { canSearch } from '../policy';
import { inOrder, rankOf } from '../rules/rank';
import { foundThings, MOST_FOUND, searchInput } from '../schema';
import { findMembers } from './members';
import { findMeetings, findPairs, type PairNames } from './pairs';
import { type FoundParty, findContacts, findNear, findParties } from './parties';
import { findInstallationPages, findPages, findPrograms, type RankedThing } from './places';
import { findProse } from './prose';
import { thingsOf } from './things';
import { allBits, type FoundByName, rankOfFound, type Wanted, wantedOf } from './wanted';

const MOST_PROGRAMS = 20;

/**
 * What answers the words, the best first: records by name, pairs and meetings by the names of both sides, notes and next steps
 * by what they say, and pages. In one program eight statements at most, however large it is; throws not_found for a program
 * that is not the viewer's.
 */
export const search = viewerQuery({
  operation: searchOperations.search,
  input: searchInput,
  output: foundThings,
  may: canSearch,
  run: async (tx, viewer, { q, program }) => {
    const wanted = wantedOf(q);
    const slugs = program ? [program] : viewer.programs.slice(0, MOST_PROGRAMS).map(({ slug }) => slug);
    const scopes = slugs.map((slug) => programScopeOrThrow(viewer, slug));
    if (wanted.terms.length === 0) return { items: [] };
    const found = [...findPrograms(viewer, wanted), ...findInstallationPages(viewer, wanted)];
    for (const scope of scopes) {
      await speakFor(tx, scope);
      found.push(...findPages(scope, wanted), ...(await findRecords(tx, scope, wanted)));
    }
    return {
      items: inOrder(found)
        .slice(0, MOST_FOUND)
        .map(({ rank: _, ...thing }) => thing),
    };
  },
});

async function findRecords(tx: Tx, scope: ProgramScope, wanted: Wanted): Promise<RankedThing[]> {
  const { query, terms } = wanted;
  const words = terms.map(({ word }) => word);
  const things = thingsOf(scope, words);
  const { parties, contacts, members } = await findByName(tx, scope, wanted);
  const pairs = await findPairs(tx, scope, wanted, parties);
  const meetings = await findMeetings(tx, scope, pairs, new Date());
  const { notes, actions } = await findProse(tx, scope, wanted);
  const byId = new Map(parties.map((party) => [party.id, party]));
  const rankOfPair = ({ startupId, investorId }: PairNames) =>
    rankOfFound(
      wanted,
      [startupId, investorId].flatMap((id) => byId.get(id) ?? []),
    );
  const rankOfText = (text: string) => rankOf(query, words, [{ name: text, others: [] }], () => true);
  const whole = ({ bits, near }: FoundByName) => (bits | near) === allBits(wanted);
  return [
    ...parties.filter(whole).map((each) => ({ ...things.party(each), rank: each.rank })),
    ...contacts.filter(whole).map((each) => ({ ...things.contact(each), rank: rankOfFound(wanted, [each]) })),
    ...members.map((each) => ({ ...things.member(each), rank: rankOfFound(wanted, [each]) })),
    ...pairs.map((each) => ({ ...things.pair(each), rank: rankOfPair(each) })),
    ...meetings.map((each) => ({ ...things.meeting(each), rank: rankOfPair(each) })),
    ...actions.map((each) => ({ ...things.action(each), rank: rankOfText(each.text) })),
    ...notes.map((each) => ({ ...things.note(each), rank: rankOfText(each.text) })),
  ];
}

/** Parties (those that hold any word, the best first), contacts and members; with slips where no name holds a word. */
async function findByName(tx: Tx, scope: ProgramScope, wanted: Wanted) {
  const parties = await findParties(tx, scope, wanted);
  const contacts = await findContacts(tx, scope, wanted);
  const members = await findMembers(tx, scope, wanted);
  const held = [...parties, ...contacts, ...members].reduce((bits, each) => bits | each.bits, 0);
  const near = await findNear(tx, scope, wanted, allBits(wanted) & ~held);
  const bestFirst = (list: readonly FoundParty[]) =>
    list.map((party) => ({ ...party, rank: rankOfFound(wanted, [party]) })).sort((a, b) => a.rank - b.rank);
  return {
    parties: bestFirst(merged([...parties, ...near.parties])),
    contacts: merged([...contacts, ...near.contacts]),
    members,
  };
}

/** One entry a record, that holds what its entries held. */
function merged<T extends FoundByName>(list: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const each of list) {
    const before = byId.get(each.id);
    byId.set(each.id, before ? { ...before, near: before.near | each.near } : each);
  }
  return [...byId.values()];
}
