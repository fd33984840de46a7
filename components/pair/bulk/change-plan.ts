import { type NextStepValues, nextStepValues, ownersAmong, withoutEmptyStep } from '@/lib/pair/rules/edits';
import type { PairStatus } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { WishItem } from '@/lib/timetable/schema/wishes';

/** Why a pair cannot be changed as asked for; nothing the person types here would open it. */
type Hindrance = 'no_next_step' | 'not_on_team' | 'no_thanks' | 'not_read';

/** What would become of one pair: from what to what (in words, or as a value that words are found for), or why not. */
export type PairVerdict =
  | { kind: 'changes'; from: string; to: string }
  | { kind: 'same' }
  | { kind: 'refused'; why: Hindrance };

export type ChangePlan = {
  changing: PairItem[];
  groups: { from: string; to: string; pairs: PairItem[] }[];
  same: PairItem[];
  refused: Map<Hindrance, PairItem[]>;
};

/** Every pair once: among those that change, by from what to what, the largest group first; or why it does not. */
export function planChange(pairs: readonly PairItem[], judge: (pair: PairItem) => PairVerdict): ChangePlan {
  const plan: ChangePlan = { changing: [], groups: [], same: [], refused: new Map() };
  const groups = new Map<string, ChangePlan['groups'][number]>();
  for (const pair of pairs) {
    const verdict = judge(pair);
    if (verdict.kind === 'same') plan.same.push(pair);
    else if (verdict.kind === 'refused')
      plan.refused.set(verdict.why, [...(plan.refused.get(verdict.why) ?? []), pair]);
    else {
      const { from, to } = verdict;
      const key = JSON.stringify([from, to]);
      const group = groups.get(key) ?? { from, to, pairs: [] };
      groups.set(key, group);
      group.pairs.push(pair);
      plan.changing.push(pair);
    }
  }
  plan.groups = [...groups.values()].sort((a, b) => b.pairs.length - a.pairs.length);
  return plan;
}

export function judgeStatus({ status: from }: PairItem, to: PairStatus): PairVerdict {
  return from === to ? { kind: 'same' } : { kind: 'changes', from, to };
}

/** What is asked for in a bulk edit: the fields that are named are set, the others stay as they are. */
export type WantedValues = Partial<NextStepValues>;

/** The values that a pair would have. Without a step there is neither a date nor a person for it. */
export function valuesWith(pair: PairItem, wanted: WantedValues): NextStepValues {
  return withoutEmptyStep({ ...nextStepValues(pair), ...wanted });
}

/** `show` writes the values that differ. */
export function judgeEdit(
  pair: PairItem,
  wanted: WantedValues,
  people: PairFacets['people'],
  show: (values: NextStepValues) => string,
): PairVerdict {
  const before = nextStepValues(pair);
  const after = valuesWith(pair, wanted);
  const forStep = wanted.nextStepOn || wanted.nextStepOwnerId;
  if (forStep && !after.nextStep) return { kind: 'refused', why: 'no_next_step' };
  const team = ownersAmong(people, pair.startup.id);
  const mayOwn = (id: string | undefined, of: readonly { id: string }[]) =>
    !id || of.some((person) => person.id === id);
  const office = team.filter(({ side }) => side === 'program');
  if (!mayOwn(wanted.nextStepOwnerId, team) || !mayOwn(wanted.ownerId, office))
    return { kind: 'refused', why: 'not_on_team' };
  const isSame = (Object.keys(before) as (keyof NextStepValues)[]).every(
    (field) => before[field] === after[field],
  );
  return isSame ? { kind: 'same' } : { kind: 'changes', from: show(before), to: show(after) };
}

export const NO_WORD = 'none';
export type OfficeWord = 'must' | 'like' | 'neutral' | typeof NO_WORD;

/** The office's own word. A no-thanks of any side is final. */
export function judgeWish(wish: WishItem | undefined, to: OfficeWord): PairVerdict {
  if (!wish) return { kind: 'refused', why: 'not_read' };
  if (wish.wish === 'no_thanks') return { kind: 'refused', why: 'no_thanks' };
  const from = wish.own ?? NO_WORD;
  return from === to ? { kind: 'same' } : { kind: 'changes', from, to };
}

/** The office's own weight, or (null) the one that the evidence gives. */
export function judgeWeight(wish: WishItem | undefined, to: number | null): PairVerdict {
  if (!wish) return { kind: 'refused', why: 'not_read' };
  const from = wish.officeWeight;
  return from === to
    ? { kind: 'same' }
    : { kind: 'changes', from: from === null ? NO_WORD : `${from}`, to: to === null ? NO_WORD : `${to}` };
}
