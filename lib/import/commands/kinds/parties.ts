import type { z } from 'zod';
import type { ProgramScope } from '@/lib/core/scope';
import { nameKey } from '@/lib/core/text';
import { addParties, editParties, restoreParties } from '@/lib/party/commands/many';
import type { KnownParty } from '@/lib/party/queries/known';
import type { PartyProfile } from '@/lib/party/queries/parties';
import { type PartyKind, SECTORS } from '@/lib/party/rules';
import type { Ticket } from '@/lib/party/rules/terms';
import { PARTY_SCHEMAS } from '@/lib/party/schema';
import { parseInput } from '@/lib/platform/input';
import { FIELDS } from '../../rules/fields';
import {
  type CellChange,
  type Choice,
  changesOn,
  conflict,
  creates,
  type Judged,
  problemsOf,
  rejected,
} from '../../rules/judged';
import type { NameIndex } from '../../rules/name-index';
import { type RowReader, withoutEmpty, wordKey } from '../../rules/row-reader';
import { type Kind, kindOf, wordsOf } from './kind';
import { loadParties, type NamedParty } from './known';
import { REGION_WORDS, ROUND_WORDS, readSought, readTicket, shownField, wholeTicket } from './terms';

type Known = NameIndex<NamedParty>;
type Write = {
  id: string | null;
  profile: PartyProfile;
  changes: Partial<PartyProfile>;
  isRestored: boolean;
};

const SECTOR_WORDS = wordsOf(SECTORS, (key) => `startup.sector.${key}`, {
  bio_health: ['바이오', '헬스케어', '바이오헬스', '의료', '제약', 'Bio', 'Healthcare', 'Biotech', 'Medical'],
  robotics: ['로봇', '제조', '로보틱스', 'Robot', 'Manufacturing'],
  ai: ['AI', '에이아이', 'Artificial intelligence'],
  semiconductor: ['반도체소재', 'Semiconductor', 'Chip'],
  mobility: ['자율주행', '자동차', 'Automotive'],
  energy: ['에너지', '환경', '기후', 'Climate', 'Cleantech'],
  software: ['SW', '소프트웨어서비스', 'SaaS', 'IT'],
  content: ['컨텐츠', '미디어', '게임', 'Media', 'Games'],
  other: ['그 외', '기타분야', 'Others', 'Etc'],
});

/** One kind of party. `read` gives what the row says beside the name; a field that is not said stays as it is. */
function partyKind(
  kind: PartyKind,
  name: 'startups' | 'investors',
  read: (row: RowReader, scope: ProgramScope) => Partial<PartyProfile>,
): Kind<Known, Write> {
  const keys = Object.keys(FIELDS[name]);
  const { add, edit } = PARTY_SCHEMAS[kind];
  const changes = edit.shape.changes as z.ZodType<Partial<PartyProfile>>;
  return {
    load: (tx, scope, lock) => loadParties(tx, scope, kind, lock),
    judge: (row, known, decision, scope) => {
      const name = row.required('name');
      const said = read(row, scope);
      const key = name ? nameKey(name) : null;
      if (!row.isReadable || !name || key === null) return rejected(row.problems, key);
      const given = withoutEmpty({ name, ...said });
      const found = targetOf(known, name, String(given.nameEn ?? ''), decision);
      if ('problem' in found) return conflict(found.problem, key);
      if (!found.target) return judgeNew(given);
      return judgeKnown(found.target, given);

      function judgeNew(profile: Partial<PartyProfile>): Judged<Write> {
        const parsed = parseInput(
          add as z.ZodType<PartyProfile & { sameName?: boolean }>,
          withTicket(profile, null),
        );
        if (!parsed.ok) return rejected(problemsOf(parsed.refusals, keys), key);
        const { sameName: _, ...whole } = parsed.value;
        const write = { id: null, profile: whole as PartyProfile, changes: {}, isRestored: false };
        return creates(key as string, changesOf(scope, null, withTicket(profile, null)), write);
      }

      function judgeKnown(target: KnownParty, profile: Partial<PartyProfile>): Judged<Write> {
        // The same name in another case or width is the same name: an import does not respell it.
        const { name: _, ...rest } = profile;
        const parsed = parseInput(changes, withTicket(rest, target.profile));
        if (!parsed.ok) return rejected(problemsOf(parsed.refusals, keys), key);
        const differing = differences(scope, target.profile, parsed.value);
        const isRestored = target.isArchived;
        const restored: CellChange[] = isRestored
          ? [{ field: 'name', from: null, to: target.profile.name }]
          : [];
        return changesOn(
          { id: target.id, name: target.profile.name },
          [...restored, ...changesOf(scope, target.profile, differing)],
          { id: target.id, profile: { ...target.profile, ...differing }, changes: differing, isRestored },
        );
      }
    },
    nameOf: ({ profile }) => String(profile.name),
    write: async (tx, context, writes) => {
      const restored = writes.flatMap(({ id, isRestored }) => (id && isRestored ? [id] : []));
      if (restored.length > 0) await restoreParties(tx, context, kind, restored);
      const edits = writes.flatMap(({ id, profile, changes }) =>
        id && Object.keys(changes).length > 0 ? [{ id, profile, changes }] : [],
      );
      if (edits.length > 0) await editParties(tx, context, kind, edits);
      const fresh = writes.filter(({ id }) => id === null);
      if (fresh.length > 0)
        await addParties(
          tx,
          context,
          kind,
          fresh.map(({ profile }) => profile),
        );
    },
  };
}

type Target = { target: NamedParty | null } | { problem: Parameters<typeof conflict>[0] };

/** The party that a row means: by its name in either language, whatever its case, width and spaces. */
function targetOf(known: Known, name: string, nameEn: string, decision: string | null): Target {
  const own = known.named(name);
  const meant = own.length > 0 || nameEn === '' ? own : known.named(nameEn);
  const [only] = meant;
  if (decision === 'create') return { target: null };
  const chosen = decision === null ? null : [...meant, near()].find((party) => party?.id === decision);
  if (chosen) return { target: chosen };
  if (meant.length > 1)
    return { problem: { field: 'name', reason: 'several_of_name', choices: [...meant.map(choiceOf), SKIP] } };
  if (only?.isArchived) {
    const params = { name: only.profile.name };
    return {
      problem: { field: 'name', reason: 'archived', params, choices: [choiceOf(only), CREATE, SKIP] },
    };
  }
  if (only) return { target: only };
  const similar = near();
  if (!similar) return { target: null };
  const params = { name: similar.profile.name };
  return {
    problem: { field: 'name', reason: 'similar_name', params, choices: [choiceOf(similar), CREATE, SKIP] },
  };

  function near(): NamedParty | undefined {
    return known.near(name) ?? known.near(nameEn);
  }
}

const CREATE: Choice = { decision: 'create' };
const SKIP: Choice = { decision: 'skip' };
const choiceOf = ({ id, profile }: KnownParty): Choice => ({ decision: id, name: profile.name });

function withTicket(
  { ticket, ...profile }: Partial<PartyProfile>,
  now: PartyProfile | null,
): Partial<PartyProfile> {
  if (ticket === undefined) return profile;
  return {
    ...profile,
    ticket: wholeTicket(ticket as Partial<Ticket>, (now?.ticket as Ticket | null) ?? null),
  };
}

function differences(
  scope: ProgramScope,
  now: PartyProfile,
  said: Partial<PartyProfile>,
): Partial<PartyProfile> {
  const isNew = ([field, value]: [string, unknown]) =>
    shownField(now[field], scope) !== shownField(value, scope);
  return Object.fromEntries(Object.entries(said).filter(isNew)) as Partial<PartyProfile>;
}

/** The column of a field; a ticket stands in two. */
const columnOf = (field: string) => (field === 'ticket' ? 'ticketMin' : field);

function changesOf(scope: ProgramScope, now: PartyProfile | null, said: Partial<PartyProfile>): CellChange[] {
  return Object.entries(said).map(([field, value]) => ({
    ...{ field: columnOf(field), to: shownField(value, scope) },
    from: now ? shownField(now[field], scope) : null,
  }));
}

export const startups = kindOf(
  partyKind('startup', 'startups', (row, scope) => ({
    nameEn: row.text('nameEn') as string,
    sector: row.choice('sector', SECTOR_WORDS),
    summary: row.text('summary'),
    summaryEn: row.text('summaryEn'),
    website: row.text('website'),
    round: row.choice('round', ROUND_WORDS),
    sought: readSought(row, scope),
    regions: row.choices('regions', REGION_WORDS),
  })),
);

export const investors = kindOf(
  partyKind('investor', 'investors', (row, scope) => ({
    city: row.text('city'),
    focus: row.list('focus')?.map((word) => SECTOR_WORDS.get(wordKey(word)) ?? word),
    summary: row.text('summary'),
    website: row.text('website'),
    rounds: row.choices('rounds', ROUND_WORDS),
    ticket: readTicket(row, scope),
    regions: row.choices('regions', REGION_WORDS),
  })),
);
