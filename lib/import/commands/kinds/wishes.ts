import { keepWeights, sayWishes, type WishSide } from '@/lib/timetable/commands/many-wishes';
import { listKnownWishes } from '@/lib/timetable/queries/known';
import type { WishWord } from '@/lib/timetable/rules/words';
import { type CellChange, changesOn, creates, rejected } from '../../rules/judged';
import { kindOf } from './kind';
import { findPair, type KnownPairs, loadPairs, type NamedPair } from './known';
import { WISH_SIDE_WORDS, WISH_WORD_WORDS } from './words';

type Known = KnownPairs & { wishes: Awaited<ReturnType<typeof listKnownWishes>> };
type Write = { pair: NamedPair; side: WishSide; said: WishWord | null; weight: number | null };

/** One side's word for a pair, the office's where no side is named, and the office's weight of the pair. */
export const wishes = kindOf<Known, Write>({
  load: async (tx, scope, lock) => ({
    ...(await loadPairs(tx, scope, lock)),
    wishes: await listKnownWishes(tx, scope),
  }),
  judge: (row, known) => {
    const pair = findPair(row, known);
    const side = row.choice('side', WISH_SIDE_WORDS) ?? 'office';
    // A list that was exported has the strongest word of all sides beside the office's own: only that one is read.
    const own = row.has('officeWish') || row.has('officeWeight');
    const weight = row.whole(own ? 'officeWeight' : 'weight', { min: 1, max: 5 }) ?? null;
    const said = row.choice(own ? 'officeWish' : 'wish', WISH_WORD_WORDS);
    if (!row.isReadable || !pair) return rejected(row.problems);
    const key = `${pair.id} ${side}`;
    const { said: strongest = null, own: office = null } = known.wishes.get(pair.id) ?? {};
    if (strongest === 'no_thanks' && said && said !== 'no_thanks')
      return rejected([{ field: 'wish', reason: 'no_thanks_is_final' }], key);
    // What a side said by itself is private; only the office's own word is known to the office.
    const before = side === 'office' ? office : null;
    const isNew = said !== undefined && before !== said && strongest !== 'no_thanks';
    const weighs = weight !== null && weight !== pair.weight;
    const changes: CellChange[] = [
      ...(isNew ? [{ field: 'wish', from: before, to: said }] : []),
      ...(weighs ? [{ field: 'weight', from: pair.weight?.toString() ?? null, to: String(weight) }] : []),
    ];
    const write = { pair, side, said: isNew ? said : null, weight: weighs ? weight : null };
    if (before === null && isNew && pair.weight === null) return creates(key, changes, write);
    return changesOn(pair, changes, write, key);
  },
  write: async (tx, context, writes) => {
    const said = writes.flatMap(({ pair, side, said }) =>
      said ? [{ pairId: pair.id, startupId: pair.startupId, side, said }] : [],
    );
    if (said.length > 0) await sayWishes(tx, context, said);
    const weighed = writes.flatMap(({ pair, weight }) =>
      weight ? [{ pairId: pair.id, startupId: pair.startupId, weight }] : [],
    );
    if (weighed.length > 0) await keepWeights(tx, context, weighed);
  },
});
