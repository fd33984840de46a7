import type { Day } from '@/lib/core/days';
import { done, type Result, refuse } from '@/lib/core/result';
import { nameKey } from '@/lib/core/text';
import { dayInZone, startOfDay } from '@/lib/core/zones';
import { applyEdits, editPair } from '@/lib/pair/commands/edit';
import { moveStage } from '@/lib/pair/commands/move';
import { changeStatus } from '@/lib/pair/commands/status';
import type { PairStatus, ReasonCode, Stage } from '@/lib/pair/rules/stages';
import { editPairInput } from '@/lib/pair/schema';
import { type KnownMember, listKnownMembers } from '@/lib/person/queries/known';
import { keepWeights, sayWishes, type WishSide } from '@/lib/timetable/commands/many-wishes';
import { sayWish, weighPair } from '@/lib/timetable/commands/wishes';
import { listKnownWishes } from '@/lib/timetable/queries/known';
import type { WishWord } from '@/lib/timetable/rules/words';
import { type CellChange, changesOn, rejected } from '../../rules/judged';
import type { RowReader } from '../../rules/row-reader';
import { kindOf } from './kind';
import { findPair, type KnownPairs, loadPairs, type NamedPair } from './known';
import { REASON_WORDS, STAGE_WORDS, STATUS_WORDS, WISH_WORD_WORDS } from './words';

type Known = KnownPairs & {
  members: Map<string, KnownMember>;
  wishes: Awaited<ReturnType<typeof listKnownWishes>>;
};
type Edit = { ownerId?: string; nextStep?: string; nextStepOn?: Day };
type Write = {
  pair: NamedPair;
  /** Somebody said no-thanks before: any other word is refused. */
  isRefused: boolean;
  weight: number | null;
  wishes: { side: WishSide; said: WishWord }[];
  edit: Edit;
  stage: Stage | null;
  effectiveAt: Date | undefined;
  status: PairStatus | null;
  reasonCode: ReasonCode | undefined;
  reason: string | undefined;
};

const WISH_FIELDS = { startupWish: 'startup', investorWish: 'investor', officeWish: 'office' } as const;

/** Where pairs stand, who is in charge, what comes next, and what was wished; an empty cell leaves all as it is. */
export const pairs = kindOf<Known, Write>({
  load: async (tx, scope, lock) => ({
    ...(await loadPairs(tx, scope, lock)),
    members: await listKnownMembers(tx, scope),
    wishes: await listKnownWishes(tx, scope),
  }),
  judge: (row, known, _decision, { program: { homeZone } }) => {
    const pair = findPair(row, known);
    const stage = row.choice('stage', STAGE_WORDS);
    const stageOn = row.day('stageOn');
    const status = row.choice('status', STATUS_WORDS);
    const reasonCode = row.choice('reasonCode', REASON_WORDS);
    const weight = row.whole('weight', { min: 1, max: 5 });
    const owner = ownerOf(row, known);
    const nextStepOn = row.day('nextStepOn');
    const words = readWishes(row);
    if (!row.isReadable || !pair) return rejected(row.problems);
    const nextStep = row.text('nextStep');
    const { own: office = null, said: strongest = null } = known.wishes.get(pair.id) ?? {};
    const said = words.filter(({ side, said }) => side !== 'office' || said !== office);
    const changes: CellChange[] = [
      ...change('stage', pair.stage, stage),
      ...change('status', pair.status, status),
      ...change('owner', pair.ownerEmail, owner?.email),
      ...change('nextStep', pair.nextStep, nextStep),
      ...change('nextStepOn', pair.nextStepOn, nextStepOn),
      ...change('weight', pair.weight?.toString() ?? null, weight?.toString()),
      ...said.map(({ field, side, said }) => ({ field, from: side === 'office' ? office : null, to: said })),
    ];
    const isNew = (field: string) => changes.some((each) => each.field === field);
    const edit: Edit = {
      ...(owner && isNew('owner') ? { ownerId: owner.personId } : {}),
      ...(nextStep && isNew('nextStep') ? { nextStep } : {}),
      ...(nextStepOn && isNew('nextStepOn') ? { nextStepOn } : {}),
    };
    const isToday = stageOn === undefined || stageOn === dayInZone(new Date(), homeZone);
    return changesOn(pair, changes, {
      ...{ pair, edit, wishes: said, reasonCode, reason: row.text('reason') },
      isRefused: strongest === 'no_thanks',
      weight: isNew('weight') ? (weight ?? null) : null,
      stage: isNew('stage') ? (stage ?? null) : null,
      status: isNew('status') ? (status ?? null) : null,
      effectiveAt: isToday ? undefined : startOfDay(stageOn, homeZone),
    });
  },
  perform: async (tx, { scope, now }, write) => {
    const { pair, weight, wishes, edit, stage, status, reason, reasonCode, effectiveAt } = write;
    const pairId = pair.id;
    let { version } = pair;
    const call = { now };
    const steps: (() => Promise<Result<unknown>>)[] = [];
    if (weight !== null) steps.push(() => weighPair.within(tx, scope, { pairId, weight }, call));
    for (const { side, said } of wishes)
      steps.push(() => sayWish.within(tx, scope, { pairId, side, said }, call));
    if (!isEmpty(edit))
      steps.push(() => counted(editPair.within(tx, scope, { pairId, version, changes: edit }, call)));
    const when = effectiveAt ? { effectiveAt: effectiveAt.toISOString() } : {};
    const why = reason ? { reason } : {};
    if (stage !== null)
      steps.push(() =>
        counted(moveStage.within(tx, scope, { pairId, version, stage, ...when, ...why }, call)),
      );
    const code = reasonCode ? { reasonCode } : {};
    if (status !== null)
      steps.push(() =>
        counted(changeStatus.within(tx, scope, { pairId, version, status, ...when, ...why, ...code }, call)),
      );
    for (const step of steps) {
      const result = await step();
      if (!result.ok) return result;
    }
    return done(null);

    async function counted<V extends { pair: { version: number } }>(running: Promise<Result<V>>) {
      const result = await running;
      if (result.ok) version = result.value.pair.version;
      return result;
    }
  },
  columns: {
    ...{ stage: 'stage', status: 'status', reason: 'reason', reasonCode: 'reasonCode', weight: 'weight' },
    ...{ effectiveAt: 'stageOn', ownerId: 'owner', nextStep: 'nextStep', nextStepOn: 'nextStepOn' },
    ...{ said: 'officeWish' },
  },
  sets: {
    covers: ({ pair, stage, status, wishes, isRefused, edit }) =>
      stage === null &&
      status === null &&
      (wishes.length === 0 || !(isRefused || wishes.some(({ said }) => said === 'no_thanks'))) &&
      (isEmpty(edit) || editPairInput.safeParse(editOf(pair, edit)).success),
    write: async (tx, context, rows) => {
      const { record } = context;
      const by = (command: string) => ({
        ...context,
        record: (entry: Parameters<typeof record>[0]) => record({ ...entry, command }),
      });
      const whose = ({ id: pairId, startupId }: NamedPair) => ({ pairId, startupId });
      const weighed = rows.flatMap(({ pair, weight }) => (weight ? [{ ...whose(pair), weight }] : []));
      if (weighed.length > 0) await keepWeights(tx, by(weighPair.name), weighed);
      const said = rows.flatMap(({ pair, wishes }) =>
        wishes.map(({ side, said }) => ({ ...whose(pair), side, said })),
      );
      if (said.length > 0 && (await sayWishes(tx, by(sayWish.name), said)).length > 0)
        return refuse('no_thanks_is_final');
      const edits = rows.flatMap(({ pair, edit }) =>
        isEmpty(edit) ? [] : [editPairInput.parse(editOf(pair, edit))],
      );
      return edits.length > 0 ? applyEdits(tx, by(editPair.name), edits, (index) => [index]) : done(null);
    },
  },
});

const isEmpty = (edit: Edit) => Object.keys(edit).length === 0;
const editOf = ({ id: pairId, version }: NamedPair, changes: Edit) => ({ pairId, version, changes });

const change = (field: string, from: string | null, to: string | undefined): CellChange[] =>
  to === undefined || to === from ? [] : [{ field, from, to }];

/** By address, or by a name that only one of the office has. */
function ownerOf(row: RowReader, { members }: Known): KnownMember | undefined {
  const text = row.text('owner');
  if (text === undefined) return undefined;
  const office = [...members.values()].filter(({ isEnded, role }) => !isEnded && role === 'officer');
  const isMeant = ({ email, name, nameEn }: KnownMember) =>
    email === text.toLowerCase() || [name, nameEn].some((each) => each && nameKey(each) === nameKey(text));
  const [only, another] = office.filter(isMeant);
  return only && !another
    ? only
    : row.tell('owner', only ? 'several_of_name' : 'not_a_member', { params: { name: text } });
}

function readWishes(row: RowReader): { field: string; side: WishSide; said: WishWord }[] {
  return Object.entries(WISH_FIELDS).flatMap(([field, side]) => {
    const said = row.choice(field, WISH_WORD_WORDS);
    return said ? [{ field, side, said }] : [];
  });
}
