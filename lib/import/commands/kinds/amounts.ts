import { ladderEntryOf } from '@/lib/amount/commands/entry';
import { type AmountToRecord, recordAmounts } from '@/lib/amount/commands/record';
import { largeFrom } from '@/lib/amount/commands/size';
import { type KnownAmount, listKnownAmounts } from '@/lib/amount/queries';
import { LADDER, type Rung } from '@/lib/amount/rules';
import { addAmountInput } from '@/lib/amount/schema';
import { CURRENCIES, type Currency } from '@/lib/core/currencies';
import { formatMoneyExact, money } from '@/lib/core/money';
import type { ReadMoney } from '@/lib/core/money-input';
import type { Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { isClosed } from '@/lib/pair/rules/stages';
import { parseInput } from '@/lib/platform/input';
import { type AmountBounds, findAmountBounds } from '@/lib/program/queries/bounds';
import { creates, rejected } from '../../rules/judged';
import { withoutEmpty, wordKey } from '../../rules/row-reader';
import { kindOf } from './kind';
import { findPair, type KnownPairs, loadPairs, type NamedPair } from './known';
import { refused } from './refused';
import { RUNG_WORDS, SOURCE_WORDS } from './words';

type Known = KnownPairs & { amounts: Map<string, KnownAmount>; bounds: AmountBounds };

const CURRENCY_WORDS: ReadonlyMap<string, Currency> = new Map([
  ...(Object.keys(CURRENCIES) as Currency[]).map((code) => [wordKey(code), code] as const),
  ...['원', '원화', '₩', 'Won'].map((word) => [wordKey(word), 'KRW'] as const),
  ...['달러', '미화', '불', '$', 'US$', 'Dollar', 'Dollars'].map((word) => [wordKey(word), 'USD'] as const),
  ...['유로', '€', 'Euro'].map((word) => [wordKey(word), 'EUR'] as const),
  ...['엔', '엔화', 'Yen'].map((word) => [wordKey(word), 'JPY'] as const),
]);

const entryKey = (pairId: string, rung: Rung, on: string, minor: bigint | null, currency: string | null) =>
  [pairId, rung, on, minor ?? '', minor === null ? '' : currency].join(' ');

/** Entries of pairs' ladders. One that stands there already, of the same rung, day and amount, is the same. */
export const amounts = kindOf<Known, AmountToRecord>({
  load: async (tx, scope, lock) => ({
    ...(await loadPairs(tx, scope, lock)),
    bounds: await findAmountBounds(tx, scope.programId),
    amounts: new Map(
      (await listKnownAmounts(tx, scope)).map((each) => [
        entryKey(each.pairId, each.rung, each.effectiveOn, each.minor, each.currency),
        each,
      ]),
    ),
  }),
  judge: (row, known, decision, scope) => {
    const { program, viewer } = scope;
    const pair = findPair(row, known);
    row.required('rung');
    const rung = row.choice('rung', RUNG_WORDS);
    row.required('effectiveOn');
    const effectiveOn = row.day('effectiveOn');
    const source = row.choice('source', SOURCE_WORDS);
    const chosen = row.choice('currency', CURRENCY_WORDS);
    const read = row.money('amount', { chosen, base: program.baseCurrency as Currency }, shown);
    if (chosen && read && read.currency !== chosen) row.tell('currency', 'other_currency');
    if (rung && LADDER[rung].money === 'required' && row.isReadable) row.required('amount');
    if (!row.isReadable || !pair || !rung || !effectiveOn) return rejected(row.problems);
    const key = entryKey(pair.id, rung, effectiveOn, read?.minor ?? null, read?.currency ?? null);
    const changes = [
      { field: 'rung', from: null, to: rung },
      ...(read ? [{ field: 'amount', from: null, to: shown(read) }] : []),
      { field: 'effectiveOn', from: null, to: effectiveOn },
    ];
    const before = known.amounts.get(key);
    if (before) {
      const target = { id: before.id, name: pair.name };
      return { verdict: 'same', key, target, problems: [], changes: [], write: null };
    }
    const said = { source, evidence: row.text('evidence'), reason: row.text('reason') };
    const amount = read ? { minor: Number(read.minor), currency: read.currency } : {};
    const confirmed = decision === 'confirm' ? { confirmed: true } : {};
    const given = { pairId: pair.id, rung, effectiveOn, ...amount, ...withoutEmpty(said), ...confirmed };
    const entry = judgeEntry(scope, pair, given, known.bounds);
    return entry.ok
      ? creates(key, changes, entry.value)
      : refused(creates(key, changes, null), entry.refusals, COLUMNS);

    function shown({ minor, currency }: ReadMoney): string {
      return formatMoneyExact(money(minor, currency), viewer.locale);
    }
  },
  write: (tx, context, entries) => recordAmounts(tx, context, entries),
});

const COLUMNS = {
  ...{ rung: 'rung', minor: 'amount', currency: 'currency', effectiveOn: 'effectiveOn' },
  ...{ source: 'source', evidence: 'evidence', reason: 'reason', pairId: 'startup' },
};

function judgeEntry(
  scope: ProgramScope,
  pair: NamedPair,
  given: object,
  bounds: AmountBounds,
): Result<AmountToRecord> {
  // Talk of a closed pair is kept with it: an import opens nothing again.
  const closed = isClosed(pair.status) ? { closedPair: 'keep' as const } : {};
  const parsed = parseInput(addAmountInput, { ...given, ...closed });
  if (!parsed.ok) return parsed;
  const today = dayInZone(new Date(), scope.program.homeZone);
  return ladderEntryOf(scope, pair, parsed.value, {
    today,
    largeFrom: largeFrom(bounds, parsed.value.currency),
  });
}
