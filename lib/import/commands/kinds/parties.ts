import type { z } from 'zod';
import type { ProgramScope } from '@/lib/core/scope';
import { nameKey } from '@/lib/core/text';
import { addParties, editParties, restoreParties } from '@/lib/party/commands/many';
import { type KnownParty, listForImport } from '@/lib/party/queries/known';
import type { PartyProfile } from '@/lib/party/queries/parties';
import { type PartyKind, SECTORS } from '@/lib/party/rules';
import { PARTY_SCHEMAS } from '@/lib/party/schema';
import type { Tx } from '@/lib/platform/database';
import { parseInput } from '@/lib/platform/input';
import { AlikeNames } from '../../rules/alike';
import { FIELDS } from '../../rules/fields';
import {
  type CellChange,
  type Choice,
  conflict,
  type Judged,
  problemsOf,
  rejected,
} from '../../rules/judged';
import { type RowReader, wordKey } from '../../rules/row-reader';
import { type Kind, kindOf, wordsOf } from './kind';

type Known = {
  byName: Map<string, KnownParty[]>;
  alike: AlikeNames<KnownParty>;
};
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
  read: (row: RowReader) => Partial<PartyProfile>,
): Kind<Known, Write> {
  const keys = Object.keys(FIELDS[name]);
  const { add, edit } = PARTY_SCHEMAS[kind];
  const changes = edit.shape.changes as z.ZodType<Partial<PartyProfile>>;
  return {
    load: (tx: Tx, scope: ProgramScope, lock: boolean) => loadParties(tx, scope, kind, lock),
    judge: (row, known, decision) => {
      const name = row.required('name');
      const said = read(row);
      const key = name ? nameKey(name) : null;
      if (decision === 'skip') return { ...rejected([], key), verdict: 'skipped' };
      if (!row.isReadable || !name || key === null) return rejected(row.problems, key);
      const given = withoutEmpty({ name, ...said });
      const found = targetOf(known, name, String(given.nameEn ?? ''), decision);
      if ('problem' in found) return conflict(found.problem, key);
      if (!found.target) return judgeNew(given);
      return judgeKnown(found.target, given);

      function judgeNew(profile: Partial<PartyProfile>): Judged<Write> {
        const parsed = parseInput(add as z.ZodType<PartyProfile & { sameName?: boolean }>, profile);
        if (!parsed.ok) return rejected(problemsOf(parsed.refusals, keys), key);
        const { sameName: _, ...whole } = parsed.value;
        const write = { id: null, profile: whole as PartyProfile, changes: {}, isRestored: false };
        return {
          verdict: 'create',
          key,
          target: null,
          problems: [],
          changes: changesOf(null, profile),
          write,
        };
      }

      function judgeKnown(target: KnownParty, profile: Partial<PartyProfile>): Judged<Write> {
        // The same name in another case or width is the same name: an import does not respell it.
        const { name: _, ...rest } = profile;
        const parsed = parseInput(changes, rest);
        if (!parsed.ok) return rejected(problemsOf(parsed.refusals, keys), key);
        const differing = differences(target.profile, parsed.value);
        const isRestored = target.isArchived;
        const shown = { id: target.id, name: target.profile.name };
        if (Object.keys(differing).length === 0 && !isRestored)
          return { verdict: 'same', key: target.id, target: shown, problems: [], changes: [], write: null };
        return {
          ...{ verdict: 'change', key: target.id, target: shown, problems: [] },
          changes: changesOf(target.profile, differing),
          write: {
            id: target.id,
            profile: { ...target.profile, ...differing },
            changes: differing,
            isRestored,
          },
        };
      }
    },
    write: async (tx, context, rows) => {
      const writes = rows.flatMap(({ write }) => (write ? [write] : []));
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

async function loadParties(tx: Tx, scope: ProgramScope, kind: PartyKind, lock: boolean): Promise<Known> {
  const byName = new Map<string, KnownParty[]>();
  const alike = new AlikeNames<KnownParty>();
  for (const party of await listForImport(tx, scope, kind, lock)) {
    const { name, nameEn } = party.profile;
    for (const key of new Set([nameKey(name), ...(nameEn ? [nameKey(nameEn)] : [])]))
      byName.set(key, [...(byName.get(key) ?? []), party]);
    for (const each of [name, nameEn ?? '']) alike.add(each, party);
  }
  return { byName, alike };
}

type Target = { target: KnownParty | null } | { problem: Parameters<typeof conflict>[0] };

/** The party that a row means: by its name in either language, whatever its case, width and spaces. */
function targetOf({ byName, alike }: Known, name: string, nameEn: string, decision: string | null): Target {
  const same = byName.get(nameKey(name)) ?? (nameEn ? byName.get(nameKey(nameEn)) : undefined) ?? [];
  const live = same.filter(({ isArchived }) => !isArchived);
  const meant = live.length > 0 ? live : same;
  const [only] = meant;
  if (decision === 'create') return { target: null };
  const chosen =
    decision && ((same.find(({ id }) => id === decision) ?? near()?.id === decision) ? decision : null);
  if (chosen) return { target: same.find(({ id }) => id === chosen) ?? near() ?? null };
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

  function near(): KnownParty | undefined {
    return alike.find(name) ?? (nameEn ? alike.find(nameEn) : undefined);
  }
}

const CREATE: Choice = { decision: 'create' };
const SKIP: Choice = { decision: 'skip' };
const choiceOf = ({ id, profile }: KnownParty): Choice => ({ decision: id, name: profile.name });

function withoutEmpty<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const shownAs = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

function differences(now: PartyProfile, said: Partial<PartyProfile>): Partial<PartyProfile> {
  return Object.fromEntries(
    Object.entries(said).filter(([field, value]) => shownAs(now[field]) !== shownAs(value)),
  ) as Partial<PartyProfile>;
}

function changesOf(now: PartyProfile | null, said: Partial<PartyProfile>): CellChange[] {
  return Object.entries(said).map(([field, value]) => ({
    ...{ field, to: shownAs(value) },
    from: now ? shownAs(now[field]) : null,
  }));
}

export const startups = kindOf(
  partyKind('startup', 'startups', (row) => ({
    nameEn: row.text('nameEn') as string,
    sector: row.choice('sector', SECTOR_WORDS),
    summary: row.text('summary'),
    summaryEn: row.text('summaryEn'),
    website: row.text('website'),
  })),
);

export const investors = kindOf(
  partyKind('investor', 'investors', (row) => ({
    city: row.text('city'),
    focus: row.list('focus')?.map((word) => SECTOR_WORDS.get(wordKey(word)) ?? word),
    summary: row.text('summary'),
    website: row.text('website'),
  })),
);
