import { requestAt } from '@/components/form/may-wait';
import type { Option } from '@/components/ui/select';
import { CLOSED_PAIR_ANSWERS, type ClosedPairAnswer } from '@/lib/amount/rules';
import { isUnusuallySmall } from '@/lib/amount/rules/size';
import { type Currency, isCurrency } from '@/lib/core/currencies';
import { parseMoneyInput } from '@/lib/core/money-input';
import type { InputOf } from '@/lib/core/operation';
import type { meetingOperations } from '@/lib/meeting/operations';
import { type Markable, marksOffered } from '@/lib/meeting/rules';
import type { outcomeOperations } from '@/lib/outcome/operations';
import type { NextStep } from '@/lib/outcome/rules';

/** Who came: everybody, or who did not. */
export type Attendance = 'held' | 'startup' | 'investor' | 'both';

/** The key of the word for it: a startup's person says "we" and "they", the office names the sides. */
export function wordOfMet<M extends Attendance>(met: M, asStartup: boolean): M | 'theirs' | 'ours' {
  if (!asStartup || met === 'held' || met === 'both') return met;
  return met === 'investor' ? 'theirs' : 'ours';
}

/** The form as it stands, in the words of its controls. */
export type OutcomeDraft = {
  met: Attendance;
  interest: number | null;
  asked: string[];
  money: string;
  currency: string;
  /** The amount of unusual size that stands there was asked about and is right. */
  confirmed: boolean;
  rung: 'interest' | 'discussed' | 'loi';
  /** What becomes of a closed pair; drafts kept before that was asked have none. */
  closedPair?: ClosedPairAnswer;
  nextStep: string;
  nextStepOn: string;
  note: string;
};

/** What was sent last, as text: the same content goes out again under the same key. */
export type Attempt = { key: string; body: string };
type KeptDraft = { draft: OutcomeDraft; attempt?: Attempt };

export type Problem = { field: 'interest' | 'money' | 'size' | 'closedPair'; reason: string };
export type OutcomeChange =
  | { kind: 'outcome'; input: InputOf<typeof outcomeOperations.recordOutcome> }
  | { kind: 'mark'; input: InputOf<typeof meetingOperations.markMeeting> };

export const RUNGS_BY_PHONE = ['interest', 'discussed', 'loi'] as const;

/** What of a meeting's marks the form offers. An outcome of a meeting that is marked as held sets no mark. */
export function metOffered(meeting: Markable, asStartup: boolean, now: Date): Attendance[] {
  const marks = marksOffered(meeting, asStartup, now);
  const isHeld = meeting.state === 'held' || marks.some(({ state }) => state === 'held');
  const sides = marks.flatMap((mark) => (mark.state === 'no_show' ? [mark.side] : []));
  return [...(isHeld ? (['held'] as const) : []), ...sides];
}

/** A draft that was kept while the meeting stood otherwise: a choice that is gone gives way to the first that is left. */
export function fittingDraft(draft: OutcomeDraft, offered: readonly Attendance[]): OutcomeDraft {
  const [first] = offered;
  return first && !offered.includes(draft.met) ? { ...draft, met: first } : draft;
}

export function blankDraft(currency: string): OutcomeDraft {
  return {
    met: 'held',
    interest: null,
    asked: [],
    money: '',
    currency,
    confirmed: false,
    rung: 'discussed',
    nextStep: '',
    nextStepOn: '',
    note: '',
  };
}

/** What the page had read: the meeting and its version, the pair's next step, whether the pair is closed. */
type Read = { meetingId: string; version: number; seenStep: NextStep; isPairClosed?: boolean };

/** What saving would send, or what is missing for it. A no-show asks nothing further. */
export function changeOfDraft(
  draft: OutcomeDraft,
  { meetingId, version, seenStep, isPairClosed = false }: Read,
): OutcomeChange | { kind: 'problems'; problems: Problem[] } {
  if (draft.met !== 'held') {
    return { kind: 'mark', input: { meetingId, state: 'no_show', side: draft.met, version } };
  }
  const problems: Problem[] = [];
  const { interest, asked } = draft;
  if (interest === null) problems.push({ field: 'interest', reason: 'required' });
  const typed = amountOf(draft);
  const amount = typed && !('reason' in typed) ? typed : null;
  if (typed && 'reason' in typed) problems.push({ field: 'money', reason: typed.reason });
  else if (amount) problems.push(...questionsOf(amount, draft, isPairClosed));
  if (interest === null || problems.length > 0) return { kind: 'problems', problems };
  const [nextStep, note] = [draft.nextStep.trim(), draft.note.trim()];
  return {
    kind: 'outcome',
    input: {
      meetingId,
      interest,
      ...(asked.length > 0 ? { asked } : {}),
      ...(nextStep ? { nextStep } : {}),
      ...(draft.nextStepOn ? { nextStepOn: draft.nextStepOn } : {}),
      ...(nextStep || draft.nextStepOn ? { seenStep } : {}),
      ...(note ? { note } : {}),
      ...(amount
        ? {
            amount: {
              ...amount,
              ...(draft.confirmed ? { confirmed: true } : {}),
              ...(draft.closedPair ? { closedPair: draft.closedPair } : {}),
            },
          }
        : {}),
    },
  };
}

/** What is asked of an amount before it is sent, and not answered yet. */
function questionsOf(
  amount: { minor: number; currency: Currency },
  { confirmed, closedPair }: OutcomeDraft,
  isPairClosed: boolean,
): Problem[] {
  const problems: Problem[] = [];
  if (!confirmed && isUnusuallySmall(amount.minor, amount.currency))
    problems.push({ field: 'size', reason: 'unusually_small' });
  if (isPairClosed && !closedPair) problems.push({ field: 'closedPair', reason: 'required' });
  return problems;
}

type TypedAmount = { rung: OutcomeDraft['rung']; minor: number; currency: Currency } | { reason: string };

/** The typed amount in minor units; null where none was typed, a reason where it cannot be read. */
export function amountOf({ money, currency, rung }: OutcomeDraft): TypedAmount | null {
  if (money.trim() === '') return null;
  if (!isCurrency(currency)) return { reason: 'not_a_currency' };
  const read = parseMoneyInput(money, currency);
  return read.ok ? { rung, minor: Number(read.minor), currency: read.currency } : { reason: read.reason };
}

const keyOf = (personId: string, meetingId: string) => `rt.outcome.draft.${personId}.${meetingId}`;

/** A draft is this person's on this device; what another version of the page left behind is not trusted. */
export function readDraft(storage: Storage, personId: string, meetingId: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(personId, meetingId)) ?? 'null');
    if (!isRecord(kept) || !isDraft(kept.draft)) return null;
    const { attempt } = kept;
    const isAttempt =
      isRecord(attempt) && typeof attempt.key === 'string' && typeof attempt.body === 'string';
    return {
      draft: { ...kept.draft, confirmed: kept.draft.confirmed === true },
      ...(isAttempt ? { attempt: asOfNow(attempt as Attempt) } : {}),
    };
  } catch {
    return null;
  }
}

/** An attempt was once kept with the path and body it went to: the same content keeps its key. */
function asOfNow({ key, body }: Attempt): Attempt {
  const kept: unknown = JSON.parse(body);
  const request = isRecord(kept) ? requestAt(kept.path, kept.body) : null;
  return { key, body: request ? contentOf(request) : body };
}

/** Returns false where the browser keeps nothing (full, or switched off). */
export function keepDraft(storage: Storage, personId: string, meetingId: string, kept: KeptDraft): boolean {
  try {
    storage.setItem(keyOf(personId, meetingId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(storage: Storage, personId: string, meetingId: string): void {
  storage.removeItem(keyOf(personId, meetingId));
}

type Content = { operation: string; input: object };
const contentOf = ({ operation, input }: Content) => JSON.stringify({ operation, input });

/** The key to send under: that of the last try where the content is the same, else a new one. */
export function attemptOf(content: Content, last: Attempt | undefined, newKey: () => string): Attempt {
  const text = contentOf(content);
  return last?.body === text ? last : { key: newKey(), body: text };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDraft(value: unknown): value is OutcomeDraft {
  if (!isRecord(value)) return false;
  const texts = ['money', 'currency', 'nextStep', 'nextStepOn', 'note'] as const;
  return (
    ['held', 'startup', 'investor', 'both'].includes(String(value.met)) &&
    (RUNGS_BY_PHONE as readonly string[]).includes(String(value.rung)) &&
    [undefined, ...CLOSED_PAIR_ANSWERS].some((answer) => answer === value.closedPair) &&
    (value.interest === null || [1, 2, 3, 4, 5].includes(value.interest as number)) &&
    Array.isArray(value.asked) &&
    value.asked.every((each) => typeof each === 'string') &&
    texts.every((name) => typeof value[name] === 'string')
  );
}

/** What the form is told by its page: plain data, words already in the reader's language. */
export type OutcomeFacts = {
  slug: string;
  personId: string;
  meeting: { id: string; version: number /** Whom the outcome is about. */; title: string };
  /** A startup's person says "we" and "they", the office names the sides. */
  asStartup: boolean;
  initial: OutcomeDraft;
  /** How the meeting may be told to have gone; what the server would refuse is not among them. */
  offered: readonly Attendance[];
  /** An outcome stands already; this one corrects it. */
  corrects: boolean;
  /** Days YYYY-MM-DD of the program's home zone, to pick a date by one tap. */
  soon: readonly { days: number; on: string }[];
  currencies: readonly Option[];
  rungs: readonly Option[];
  /** The pair's next step as the page was read: another one is not replaced unseen. */
  seenStep: NextStep;
  isPairClosed: boolean;
  mayReopen: boolean;
  /** Other meetings that still want an outcome, the next first. */
  next: readonly NextToLog[];
};

type NextToLog = { id: string; title: string; when: string };
