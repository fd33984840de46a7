'use client';

import { type ChangeEvent, type ReactNode, useState } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldProps, splitProps } from './field';
import { type InputReading, ReadingNote } from './reading-note';
import type { Option } from './select';

/** `currency` is the chosen one; the text may spell another, which `parse` then reads. */
export type TypedMoney = { text: string; currency: string };
/** `currency` is the one that the text spells, or else the chosen one. */
export type MoneyReading =
  | { ok: true; reading: ReactNode; currency: string }
  | Exclude<InputReading<TypedMoney>, { ok: true }>;
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

/**
 * Reads what is typed ("210억", "$3M") while it is typed and says below what was understood, with its currency. A currency
 * that the text spells is shown beside it too, for as long as the text spells it; `onChange` gets the one that was chosen.
 */
export function MoneyInput(props: MoneyInputProps) {
  const [field, { name, currencyName, currencies }] = splitProps(props);
  const [text, setText] = useState(props.defaultValue ?? '');
  const [chosen, setChosen] = useState(props.defaultCurrency ?? currencies[0]?.value ?? '');
  const reading = text.trim() ? props.parse(text, chosen) : null;
  const change = (nextText: string, nextChosen: string) => {
    setText(nextText);
    setChosen(nextChosen);
    props.onChange?.(nextText, nextChosen);
  };
  return (
    <Field {...field}>
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
              onChange={(event: ChangeEvent<HTMLInputElement>) => change(event.target.value, chosen)}
            />
            <select
              aria-label={props.currencyLabel}
              name={currencyName}
              value={reading?.ok ? reading.currency : chosen}
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
          <ReadingNote
            controlId={control.id}
            reading={reading}
            isShownAbove={Boolean(field.error)}
            onChoose={(choice) => change(choice.text, choice.currency)}
          />
        </>
      )}
    </Field>
  );
}
