import { addAmount } from '@/lib/amount/commands/add';
import { type KnownAmount, listKnownAmounts } from '@/lib/amount/queries';
import { LADDER, type Rung, type Source } from '@/lib/amount/rules';
import { CURRENCIES, type Currency } from '@/lib/core/currencies';
import type { Day } from '@/lib/core/days';
import { formatMoneyExact, money } from '@/lib/core/money';
import type { ReadMoney } from '@/lib/core/money-input';
import { changesOn, creates, rejected } from '../../rules/judged';
import { withoutEmpty, wordKey } from '../../rules/row-reader';
import { kindOf } from './kind';
import { findPair, type KnownPairs, loadPairs, type NamedPair } from './known';
import { RUNG_WORDS, SOURCE_WORDS } from './words';

type Known = KnownPairs & { amounts: Map<string, KnownAmount> };
type Write = {
  pair: NamedPair;
  rung: Rung;
  read: ReadMoney | undefined;
  effectiveOn: Day;
  source: Source | undefined;
  evidence: string | undefined;
  reason: string | undefined;
  isConfirmed: boolean;
};

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
export const amounts = kindOf<Known, Write>({
  load: async (tx, scope, lock) => ({
    ...(await loadPairs(tx, scope, lock)),
    amounts: new Map(
      (await listKnownAmounts(tx, scope)).map((each) => [
        entryKey(each.pairId, each.rung, each.effectiveOn, each.minor, each.currency),
        each,
      ]),
    ),
  }),
  judge: (row, known, decision, { program: { baseCurrency }, viewer: { locale } }) => {
    const pair = findPair(row, known);
    row.required('rung');
    const rung = row.choice('rung', RUNG_WORDS);
    row.required('effectiveOn');
    const effectiveOn = row.day('effectiveOn');
    const source = row.choice('source', SOURCE_WORDS);
    const chosen = row.choice('currency', CURRENCY_WORDS);
    const read = row.money('amount', { chosen, base: baseCurrency as Currency }, shown);
    if (chosen && read && read.currency !== chosen) row.tell('currency', 'other_currency');
    if (rung && LADDER[rung].money === 'required' && row.isReadable) row.required('amount');
    if (!row.isReadable || !pair || !rung || !effectiveOn) return rejected(row.problems);
    const key = entryKey(pair.id, rung, effectiveOn, read?.minor ?? null, read?.currency ?? null);
    const changes = [
      { field: 'rung', from: null, to: rung },
      ...(read ? [{ field: 'amount', from: null, to: shown(read) }] : []),
      { field: 'effectiveOn', from: null, to: effectiveOn },
    ];
    const write = {
      ...{ pair, rung, read, effectiveOn, source },
      ...{ evidence: row.text('evidence'), reason: row.text('reason'), isConfirmed: decision === 'confirm' },
    };
    const before = known.amounts.get(key);
    return before
      ? changesOn({ id: before.id, name: pair.name }, [], write, key)
      : creates(key, changes, write);

    function shown({ minor, currency }: ReadMoney): string {
      return formatMoneyExact(money(minor, currency), locale);
    }
  },
  perform: (tx, { scope, now }, { pair, read, isConfirmed, rung, effectiveOn, ...said }) => {
    const amount = read ? { minor: Number(read.minor), currency: read.currency } : {};
    const confirmed = isConfirmed ? { confirmed: true } : {};
    // Talk of a closed pair is kept with it: an import opens nothing again.
    const closed = { closedPair: 'keep' as const };
    const entry = { pairId: pair.id, rung, effectiveOn, ...amount, ...withoutEmpty(said), ...confirmed };
    return addAmount.within(tx, scope, isClosedPair(pair) ? { ...entry, ...closed } : entry, { now });
  },
  columns: {
    ...{ rung: 'rung', minor: 'amount', currency: 'currency', effectiveOn: 'effectiveOn' },
    ...{ source: 'source', evidence: 'evidence', reason: 'reason', pairId: 'startup' },
  },
});

const isClosedPair = ({ status }: NamedPair) => status === 'passed' || status === 'withdrawn';
