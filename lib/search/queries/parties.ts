import type { ProgramScope } from '@/lib/core/scope';
import { ownPartyId } from '@/lib/party/policy';
import type { PartyKind } from '@/lib/party/rules';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import { slipsOf } from '../rules/rank';
import { piecesOf, typosAllowed } from '../rules/typo';
import { allBits, beginningsIn, bitsIn, type FoundByName, type Wanted } from './wanted';

/** A startup or investor; `detail` is the key of its sector, or its city. */
export type FoundParty = FoundByName & { kind: PartyKind };
/** A contact, with the party it belongs to. */
export type FoundContact = FoundByName & { side: PartyKind; partyId: string; party: string; partyEn: string };

/** How much of a search text is compared where typing slips are allowed: its names stand first. */
const NAMES = 80;
const LEAST_ALIKE = 0.3;
const MOST_ALIKE = 20;
/** So many are ranked by their names; of a word like a common title, the rest is left out. */
const MOST_CONTACTS = 120;

/** Startups and investors that hold any of the words. */
export async function findParties(tx: Tx, scope: ProgramScope, wanted: Wanted): Promise<FoundParty[]> {
  const bits = bitsIn(Prisma.sql`p.search_text`, wanted);
  return tx.$queryRaw<FoundParty[]>`
    select * from (
      select 'startup' as kind, p.id, p.name, p.name_en as "nameEn", p.sector as detail, ${bits} as bits, 0 as near
      from startup p where ${ofStartups(scope)}
      union all
      select 'investor', p.id, p.name, '', p.city, ${bits}, 0 from investor p
      where p.program_id = ${scope.programId}::uuid and p.archived_at is null) found
    where bits > 0`;
}

/** Contacts that hold any of the words; a word may stand in the name of their firm, too. */
export async function findContacts(tx: Tx, scope: ProgramScope, wanted: Wanted): Promise<FoundContact[]> {
  return tx.$queryRaw<FoundContact[]>`
    select id, name, "nameEn", detail, side, "partyId", party, "partyEn", own | "ofParty" as bits, 0 as near
    from (
      select c.id, c.name, c.name_en as "nameEn", c.title as detail, ${PARTY_OF_CONTACT},
        ${bitsIn(Prisma.sql`c.search_text`, wanted)} as own,
        ${bitsIn(Prisma.sql`coalesce(s.search_text, i.search_text)`, wanted)} as "ofParty",
        ${beginningsIn(Prisma.sql`c.search_text`, wanted)} as beginnings
      ${fromContacts(scope)}) found
    where own > 0
    order by own | "ofParty" = ${allBits(wanted)} desc, beginnings, id
    limit ${MOST_CONTACTS}`;
}

const PARTY_OF_CONTACT = Prisma.sql`
  case when c.startup_id is null then 'investor' else 'startup' end as side,
  coalesce(c.startup_id, c.investor_id) as "partyId", coalesce(s.name, i.name) as party, coalesce(s.name_en, '') as "partyEn"`;

/** Contacts in use of parties in use; a startup's people find their own and those of investors. */
function fromContacts(scope: ProgramScope): Prisma.Sql {
  const own = ownPartyId(scope, 'startup');
  return Prisma.sql`
    from contact c
    left join startup s on s.program_id = c.program_id and s.id = c.startup_id and s.archived_at is null
    left join investor i on i.program_id = c.program_id and i.id = c.investor_id and i.archived_at is null
    where c.program_id = ${scope.programId}::uuid and c.archived_at is null and coalesce(s.id, i.id) is not null
      and (${own}::uuid is null or c.investor_id is not null or c.startup_id = ${own}::uuid)`;
}

function ofStartups(scope: ProgramScope): Prisma.Sql {
  const own = ownPartyId(scope, 'startup');
  return Prisma.sql`p.program_id = ${scope.programId}::uuid and p.archived_at is null
    and (${own}::uuid is null or p.id = ${own}::uuid)`;
}

/**
 * Startups, investors and contacts whose names come near to words that no name holds: trigrams choose candidates, the count of
 * slips decides. One statement a word.
 */
export async function findNear(
  tx: Tx,
  scope: ProgramScope,
  wanted: Wanted,
  missing: number,
): Promise<{ parties: FoundParty[]; contacts: FoundContact[] }> {
  const near: { parties: FoundParty[]; contacts: FoundContact[] } = { parties: [], contacts: [] };
  for (const [at, { word, key }] of wanted.terms.entries()) {
    const bit = 2 ** at;
    if ((missing & bit) === 0 || typosAllowed(key) === 0) continue;
    const alike = (await selectAlike(tx, scope, key)).filter(
      ({ name, nameEn }) => slipsOf(word, { name, others: [nameEn] }) !== null,
    );
    for (const { kind, side, partyId, party, partyEn, ...found } of alike) {
      const names = { ...found, bits: 0, near: bit };
      if (kind === 'contact') near.contacts.push({ ...names, side, partyId, party, partyEn });
      else near.parties.push({ ...names, kind });
    }
  }
  return near;
}

type Alike = Omit<FoundContact, 'bits' | 'near'> & { kind: PartyKind | 'contact' };

async function selectAlike(tx: Tx, scope: ProgramScope, key: string): Promise<Alike[]> {
  const likeness = (text: Prisma.Sql) =>
    Prisma.sql`word_similarity(trigram_text(${key}), trigram_text(left(${text}, ${NAMES})))`;
  // Cheaper, and asked first: where so many slips are allowed, one of the pieces is spelt right.
  const patterns = piecesOf(key).map((piece) => `%${piece}%`);
  const holdsPiece = (text: Prisma.Sql) => Prisma.sql`${text} like any (${patterns})`;
  const noParty = Prisma.sql`'startup' as side, null::uuid as "partyId", '' as party, '' as "partyEn"`;
  return tx.$queryRaw<Alike[]>`
    select kind, id, name, "nameEn", detail, side, "partyId", party, "partyEn" from (
      select 'startup' as kind, p.id, p.name, p.name_en as "nameEn", p.sector as detail, ${noParty},
        ${likeness(Prisma.sql`p.search_text`)} as likeness
      from startup p where ${ofStartups(scope)} and ${holdsPiece(Prisma.sql`p.search_text`)}
      union all
      select 'investor', p.id, p.name, '', p.city, ${noParty}, ${likeness(Prisma.sql`p.search_text`)}
      from investor p where p.program_id = ${scope.programId}::uuid and p.archived_at is null
        and ${holdsPiece(Prisma.sql`p.search_text`)}
      union all
      select 'contact', c.id, c.name, c.name_en, c.title, ${PARTY_OF_CONTACT}, ${likeness(Prisma.sql`c.search_text`)}
      ${fromContacts(scope)} and ${holdsPiece(Prisma.sql`c.search_text`)}) found
    where likeness >= ${LEAST_ALIKE}
    order by likeness desc
    limit ${MOST_ALIKE}`;
}
