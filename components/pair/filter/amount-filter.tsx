'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { isCurrency } from '@/lib/core/currencies';
import { formatMoneyExact, money } from '@/lib/core/money';
import { parseMoneyInput } from '@/lib/core/money-input';
import { readAmountRange, writeAmountRange } from '@/lib/pair/rules/filter';
import type { FacetCount } from '@/lib/pair/schema/figures';
import { FacetChips } from './facet-chips';

type Props = {
  label: string;
  /** As the address writes it; empty for any amount. */
  value: string;
  baseCurrency: string;
  /** Currencies that pairs have amounts in, and how many. */
  currencies: readonly FacetCount[];
  onChange: (value: string) => void;
};

/** Live amounts of one currency, from and to as people write them: `3억`, `1.2M`. The chip in force says what was read. */
export function AmountFilter({ label, value, baseCurrency, currencies, onChange }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const errors = useTranslations('error.money');
  const range = readAmountRange(value);
  const currency = range?.currency ?? currencies[0]?.value ?? baseCurrency;
  const shown = (end: number | null | undefined) =>
    end === null || end === undefined ? '' : formatMoneyExact(money(end, currency), 'en');
  const [low, setLow] = useState(shown(range?.from));
  const [high, setHigh] = useState(shown(range?.to));
  const [problem, setProblem] = useState('');
  const codes = [...new Set([...(range ? [range.currency] : []), ...currencies.map((each) => each.value)])];

  const apply = (event: FormEvent) => {
    event.preventDefault();
    const ends = [low, high].map((text) =>
      text.trim() && isCurrency(currency) ? parseMoneyInput(text, currency) : null,
    );
    const bad = ends.find((end) => end && !end.ok);
    if (bad && !bad.ok) return setProblem(errors(bad.reason));
    const [from, to] = ends.map((end) =>
      end?.ok ? { minor: Number(end.minor), currency: end.currency } : null,
    );
    const spelled = from?.currency ?? to?.currency ?? currency;
    if (from && to && (from.currency !== to.currency || from.minor > to.minor))
      return setProblem(t('rangeBackwards'));
    setProblem('');
    onChange(writeAmountRange({ currency: spelled, from: from?.minor ?? null, to: to?.minor ?? null }));
  };
  return (
    <div className="grid gap-2">
      <FacetChips
        label={label}
        options={codes.map((code) => ({ value: code, label: code }))}
        chosen={range ? [range.currency] : []}
        countOf={(code) => currencies.find((each) => each.value === code)?.pairs ?? 0}
        onChange={(chosen) => {
          const code = chosen.at(-1);
          onChange(code ? writeAmountRange({ currency: code, from: null, to: null }) : '');
        }}
      />
      <form className="grid grid-cols-2 items-end gap-2" onSubmit={apply}>
        <TextInput label={t('from')} value={low} onChange={(event) => setLow(event.target.value)} />
        <TextInput label={t('to')} value={high} onChange={(event) => setHigh(event.target.value)} />
        {problem && (
          <p role="alert" className="col-span-2 text-sm text-danger-soft-ink">
            {problem}
          </p>
        )}
        <Button type="submit" size="sm" className="col-span-2" disabled={!low.trim() && !high.trim()}>
          {t('applyAmount')} ({currency})
        </Button>
      </form>
    </div>
  );
}
