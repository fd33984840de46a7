import { RUNGS, SOURCES } from '@/lib/amount/rules';
import { CURRENCIES } from '@/lib/core/currencies';
import { LOCALES, type Say } from '@/lib/core/locale';
import { MEETING_STATES, SIDES } from '@/lib/meeting/rules';
import { MEETING_STAGES, REASON_CODES, STAGES, STATUSES } from '@/lib/pair/rules/stages';
import { SECTORS } from '@/lib/party/rules';
import { REGIONS, ROUNDS } from '@/lib/party/rules/terms';
import { WISH_SIDES, WISH_WORDS } from '@/lib/timetable/rules/words';
import type { ImportKind } from '../schema';

/** Whose availability a row may say, in the order in which they stand in the grid. */
export const AWAY_PARTIES = ['startup', 'investor', 'contact', 'table'] as const;
export const MEMBER_ROLES = ['officer', 'manager', 'startup'] as const;

/** What the cells of a column look like; each has its sentence under import.template.note. */
type Note = 'text' | 'list' | 'day' | 'dayAndTime' | 'money' | 'number' | 'email' | 'link' | 'several';

const NOTE_OF: Readonly<Record<string, Note>> = {
  ...{ focus: 'several', regions: 'several', rounds: 'several', asked: 'several' },
  ...{ stageOn: 'day', nextStepOn: 'day', day: 'day', effectiveOn: 'day', consent: 'day' },
  ...{ start: 'dayAndTime', end: 'dayAndTime', amount: 'money', sought: 'money', ticket: 'money' },
  ...{ weight: 'number', minutes: 'number', interest: 'number', email: 'email', owner: 'email' },
  ...{ website: 'link', link: 'link' },
};

const words = (keys: readonly string[], at: string) => (say: Say) => keys.map((key) => say(`${at}.${key}`));

/** Lists of the product, by the field that holds one of their words; `kind.field` where kinds differ. */
const LISTS: Readonly<Record<string, (say: Say) => string[]>> = {
  sector: words(SECTORS, 'startup.sector'),
  focus: words(SECTORS, 'startup.sector'),
  round: words(ROUNDS, 'party.round'),
  rounds: words(ROUNDS, 'party.round'),
  regions: words(REGIONS, 'party.region'),
  role: words(MEMBER_ROLES, 'person.role'),
  language: words(LOCALES, 'import.word.language'),
  kind: words(AWAY_PARTIES, 'import.word.party'),
  away: words(['yes', 'no'], 'import.word.away'),
  'wishes.side': words(WISH_SIDES, 'import.word.side'),
  'meetings.side': words(SIDES, 'meeting.side'),
  stage: words(MEETING_STAGES, 'pair.stage'),
  'pairs.stage': words(STAGES, 'pair.stage'),
  status: words(STATUSES, 'pair.status'),
  reasonCode: words(REASON_CODES, 'pair.reason'),
  rung: words(RUNGS, 'amount.rung'),
  source: words(SOURCES, 'amount.source'),
  state: words(MEETING_STATES, 'meeting.state'),
  currency: () => Object.keys(CURRENCIES),
  wish: words(WISH_WORDS, 'timetable-setup.wishes.word'),
  startupWish: words(WISH_WORDS, 'timetable-setup.wishes.word'),
  investorWish: words(WISH_WORDS, 'timetable-setup.wishes.word'),
  officeWish: words(WISH_WORDS, 'timetable-setup.wishes.word'),
};

/** The words that a column takes, in one language; null where it takes others. */
export function wordsOfColumn(kind: ImportKind, field: string, say: Say): string[] | null {
  return (LISTS[`${kind}.${field}`] ?? LISTS[field])?.(say) ?? null;
}

/** What a cell may hold. Of `several` and days a list shows what may stand there; others hold one word of it. */
export function noteOf(field: string, hasList: boolean): Note {
  const note = NOTE_OF[field] ?? 'text';
  return hasList && note !== 'several' && note !== 'dayAndTime' ? 'list' : note;
}
