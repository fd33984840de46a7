'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { useMoneyReading } from '@/components/amount/typed-amount';
import { Chips } from '@/components/ui/chips';
import type { FieldProps } from '@/components/ui/field';
import { MoneyInput, type TypedMoney } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import { CURRENCIES, isCurrency } from '@/lib/core/currencies';
import { formatMoneyExact, money } from '@/lib/core/money';
import { parseMoneyInput } from '@/lib/core/money-input';
import { REGIONS, ROUNDS } from '@/lib/party/rules/terms';
import { moneyText, soughtOf, ticketOf, UNREADABLE } from './terms';

/** The currencies of the trade first, the others below. */
const FIRST = ['KRW', 'USD'];
const CODES = [...FIRST, ...Object.keys(CURRENCIES).filter((code) => !FIRST.includes(code))].map((code) => ({
  value: code,
  label: code,
}));

export function RoundField(props: Omit<ComponentProps<typeof Select>, 'options' | 'emptyLabel'>) {
  const t = useTranslations('party');
  return (
    <Select
      {...props}
      emptyLabel={t('form.roundUnknown')}
      options={ROUNDS.map((round) => ({ value: round, label: t(`round.${round}`) }))}
    />
  );
}

type Props = FieldProps & {
  name: string;
  as: 'rounds' | 'regions' | 'sought' | 'ticket';
  /** Of money its text: see terms.ts. */
  value: string | string[];
  onChange: (value: string | string[]) => void;
};

export function TermField({ as, value, onChange, ...field }: Props) {
  if (as === 'ticket') return <TicketField {...field} value={String(value)} onChange={onChange} />;
  if (as === 'sought') return <SoughtField {...field} value={String(value)} onChange={onChange} />;
  return <ListField {...field} as={as} values={[value].flat()} onChange={onChange} />;
}

type ListProps = FieldProps & {
  name: string;
  as: 'rounds' | 'regions';
  values: readonly string[];
  onChange: (values: string[]) => void;
};

function ListField({ as, values, onChange, note: _, ...field }: ListProps) {
  const t = useTranslations('party');
  const chips =
    as === 'rounds'
      ? ROUNDS.map((round) => ({ value: round, label: t(`round.${round}`) }))
      : REGIONS.map((region) => ({ value: region, label: t(`region.${region}`) }));
  return <Chips {...field} chips={chips} defaultValues={values} onChange={onChange} />;
}

type MoneyProps = FieldProps & { name: string; value: string; onChange: (value: string) => void };

function SoughtField({ value, onChange, ...field }: MoneyProps) {
  const [start] = useState(() => soughtOf(value));
  const sought = typeof start === 'string' ? null : start;
  return (
    <OneMoney
      {...field}
      minor={sought?.minor ?? null}
      currency={sought?.currency ?? 'KRW'}
      onChange={(typed) => {
        const read = readingOf(typed);
        onChange(read === null ? '' : read === undefined ? UNREADABLE : moneyText(read));
      }}
    />
  );
}

/** Two ends of one currency: the second is read in that of the first, and an end may stay open. */
function TicketField({ value, onChange, name, label, error, note, className }: MoneyProps) {
  const t = useTranslations('party.form');
  const [start] = useState(() => ticketOf(value));
  const ticket = typeof start === 'string' ? null : start;
  const locale = useLocale();
  const currency = ticket?.currency ?? 'USD';
  const [typed, setTyped] = useState({
    min: { text: exactOf(ticket?.min ?? null, currency, locale), currency },
    max: { text: exactOf(ticket?.max ?? null, currency, locale), currency },
  });
  const change = (end: 'min' | 'max', money: TypedMoney) => {
    const next = { ...typed, [end]: money };
    setTyped(next);
    onChange(ticketText(next.min, next.max));
  };
  return (
    <fieldset className={`grid min-w-0 gap-x-4 gap-y-2 sm:grid-cols-2 ${className || ''}`}>
      <legend className="pb-2 font-bold">{label}</legend>
      <OneMoney
        {...{ error, note, currency }}
        name={`${name}Min`}
        label={t('ticketMin')}
        minor={ticket?.min ?? null}
        onChange={(money) => change('min', money)}
      />
      <OneMoney
        {...{ note, currency }}
        name={`${name}Max`}
        label={t('ticketMax')}
        minor={ticket?.max ?? null}
        onChange={(money) => change('max', money)}
      />
    </fieldset>
  );
}

type OneProps = FieldProps & {
  name: string;
  minor: number | null;
  currency: string;
  onChange: (typed: TypedMoney) => void;
};

function OneMoney({ minor, currency, onChange, name, ...field }: OneProps) {
  const t = useTranslations('party.form');
  const locale = useLocale();
  const parse = useMoneyReading();
  return (
    <MoneyInput
      {...field}
      name={name}
      currencyName={`${name}Currency`}
      currencyLabel={t('currency')}
      currencies={CODES}
      defaultCurrency={currency}
      defaultValue={exactOf(minor, currency, locale)}
      parse={parse}
      onChange={(text, chosen) => onChange({ text, currency: chosen })}
    />
  );
}

function exactOf(
  minor: number | null,
  currency: string,
  locale: Parameters<typeof formatMoneyExact>[1],
): string {
  return minor === null || !isCurrency(currency) ? '' : formatMoneyExact(money(minor, currency), locale);
}

/** Null where nothing is typed, undefined where it cannot be read. */
function readingOf({ text, currency }: TypedMoney): { minor: number; currency: string } | null | undefined {
  if (text.trim() === '') return null;
  const read = isCurrency(currency) ? parseMoneyInput(text, currency) : null;
  return read?.ok ? { minor: Number(read.minor), currency: read.currency } : undefined;
}

/** Both ends as one text; unreadable where one of them is, or where they are of two currencies. */
function ticketText(min: TypedMoney, max: TypedMoney): string {
  const [from, to] = [readingOf(min), readingOf(max)];
  if (from === undefined || to === undefined) return UNREADABLE;
  const currency = from?.currency ?? to?.currency;
  if (currency === undefined) return '';
  if (from && to && from.currency !== to.currency) return UNREADABLE;
  return moneyText({ min: from?.minor ?? null, max: to?.minor ?? null, currency });
}
