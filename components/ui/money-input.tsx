'use client';

import { type ChangeEvent, type ReactNode, useState } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldProps } from './field';
import type { Option } from './select';

/** What a parser makes of the text: a reading to echo, or the reason it cannot be read. */
export type MoneyReading = { ok: true; reading: ReactNode } | { ok: false; reason: ReactNode } | null;
type MoneyInputProps = FieldProps & {
  /** Form names: the text as typed, and the currency's code. */
  name: string;
  currencyName: string;
  currencies: readonly Option[];
  currencyLabel: string;
  defaultValue?: string;
  defaultCurrency?: string;
  parse: (text: string, currency: string) => MoneyReading;
  onChange?: (text: string, currency: string) => void;
  placeholder?: string;
  required?: boolean;
  id?: string;
};

/** Reads what is typed ("210억", "1.2m") while it is typed and says below what was understood. */
export function MoneyInput(props: MoneyInputProps) {
  const { label, labelHidden, hint, error, note, className, id, required, name, currencyName, currencies } =
    props;
  const [text, setText] = useState(props.defaultValue ?? '');
  const [currency, setCurrency] = useState(props.defaultCurrency ?? currencies[0]?.value ?? '');
  const reading = text.trim() ? props.parse(text, currency) : null;
  const change = (nextText: string, nextCurrency: string) => {
    setText(nextText);
    setCurrency(nextCurrency);
    props.onChange?.(nextText, nextCurrency);
  };
  return (
    <Field {...{ label, labelHidden, error, note, className, id, required }} hint={hint}>
      {(control) => (
        <>
          <span className={classNames(controlClass, 'ui-control-group flex items-center gap-2 pe-2')}>
            <input
              {...control}
              name={name}
              value={text}
              placeholder={props.placeholder}
              inputMode="text"
              autoComplete="off"
              className="min-w-0 flex-1 bg-transparent tabular-nums outline-none"
              onChange={(event: ChangeEvent<HTMLInputElement>) => change(event.target.value, currency)}
            />
            <select
              aria-label={props.currencyLabel}
              name={currencyName}
              value={currency}
              className="ui-mini-select"
              onChange={(event: ChangeEvent<HTMLSelectElement>) => change(text, event.target.value)}
            >
              {currencies.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </span>
          <output
            htmlFor={control.id}
            className={classNames('min-h-5 text-sm', reading?.ok === false ? 'text-danger' : 'text-ink-2')}
          >
            {reading && (reading.ok ? reading.reading : reading.reason)}
          </output>
        </>
      )}
    </Field>
  );
}
