import { useLocale } from 'next-intl';
import { formatMoneyExact, formatMoneyShort, money } from '@/lib/core/money';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import type { PartySum } from '@/lib/pair/schema/figures';

type Line = { currency: string; minor: string };

/** A party's money at one rung: one line a currency, the program's own first. Nothing is added across them. */
export type PartyMoney = ReadonlyMap<string, readonly Line[]>;

export function moneyAt(sums: readonly PartySum[], rung: LiveRung, base: string): PartyMoney {
  const byParty = new Map<string, Line[]>();
  for (const { id, rung: at, currency, minor } of sums) {
    if (at !== rung) continue;
    byParty.set(id, [...(byParty.get(id) ?? []), { currency, minor }]);
  }
  for (const lines of byParty.values()) lines.sort((a, b) => compareCurrency(a.currency, b.currency, base));
  return byParty;
}

function compareCurrency(a: string, b: string, base: string): number {
  if (a === b) return 0;
  if (a === base || b === base) return a === base ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Negative when `a` has more: compared in the program's currency, then in each other one by its code, never together. */
export function compareMoney(a: readonly Line[] = [], b: readonly Line[] = [], base = 'KRW'): number {
  const codes = [...new Set([...a, ...b].map(({ currency }) => currency))];
  codes.sort((one, other) => compareCurrency(one, other, base));
  for (const code of codes) {
    const difference = minorIn(b, code) - minorIn(a, code);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
  }
  return 0;
}

function minorIn(lines: readonly Line[], code: string): bigint {
  return BigInt(lines.find(({ currency }) => currency === code)?.minor ?? 0);
}

/** The rung a money column speaks of, as the address names it. */
export function rungOf(columns: readonly string[]): LiveRung {
  return LIVE_RUNGS.find((rung) => rung === columns[0]) ?? 'discussed';
}

/** One line a currency, each exact; a dash where there is none. Every digit under the pointer. */
export function MoneyLines({ lines }: { lines: readonly { currency: string; minor: string }[] }) {
  const locale = useLocale();
  if (lines.length === 0) return <span className="text-ink-2">–</span>;
  return (
    <span className="mx-money">
      {lines.map(({ currency, minor }) => (
        <b key={currency} title={formatMoneyExact(money(minor, currency), locale)}>
          {formatMoneyShort(money(minor, currency), locale)}
        </b>
      ))}
    </span>
  );
}
