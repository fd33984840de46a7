'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { classNames } from './class-names';
import { FieldNotes } from './field';
import { isComposing } from './keyboard';

type Chip = { value: string; label: string };
type ChipsProps = {
  label: ReactNode;
  name: string;
  chips: readonly Chip[];
  defaultValues?: readonly string[];
  /** Lets the reader add one that is not listed; it is sent as typed. */
  addLabel?: string;
  addMaxLength?: number;
  hint?: ReactNode;
  error?: ReactNode;
  onChange?: (values: string[]) => void;
  className?: string;
};

/** Several of a handful by one tap each; the form sends every chosen value under `name`. */
export function Chips({
  label,
  name,
  chips,
  defaultValues = [],
  addLabel,
  addMaxLength = 40,
  hint,
  error,
  onChange,
  className,
}: ChipsProps) {
  const id = useId();
  const listed = new Set(chips.map((chip) => chip.value));
  const [own, setOwn] = useState(defaultValues.filter((value) => !listed.has(value)));
  const [chosen, setChosen] = useState<readonly string[]>(defaultValues);
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const choose = (values: readonly string[]) => {
    setChosen(values);
    onChange?.([...values]);
  };
  const toggle = (value: string) =>
    choose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const add = (text: string) => {
    setAdding(false);
    const value = text.trim();
    if (!value) return;
    if (!listed.has(value) && !own.includes(value)) setOwn([...own, value]);
    if (!chosen.includes(value)) choose([...chosen, value]);
  };

  return (
    <fieldset
      className={classNames('grid min-w-0 gap-2', className)}
      aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
    >
      <legend className="pb-2 font-bold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {[...chips, ...own.map((value) => ({ value, label: value }))].map((chip) => (
          <label key={chip.value} className="ui-chip">
            <input
              type="checkbox"
              className="sr-only"
              name={name}
              value={chip.value}
              checked={chosen.includes(chip.value)}
              onChange={() => toggle(chip.value)}
            />
            {chip.label}
          </label>
        ))}
        {addLabel && !adding && (
          <button
            ref={opener}
            type="button"
            className="ui-chip"
            aria-label={addLabel}
            onClick={() => setAdding(true)}
          >
            <Plus aria-hidden="true" size={16} />
          </button>
        )}
        {adding && (
          <OwnChip
            label={addLabel ?? ''}
            maxLength={addMaxLength}
            onDone={(text, refocus) => {
              add(text);
              if (refocus) requestAnimationFrame(() => opener.current?.focus());
            }}
          />
        )}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

type OwnChipProps = { label: string; maxLength: number; onDone: (text: string, refocus: boolean) => void };

function OwnChip({ label, maxLength, onDone }: OwnChipProps) {
  const t = useTranslations('ui');
  const [text, setText] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a Korean syllable being composed; that one is not "done".
    if (isComposing(event)) return;
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter') onDone(text, true);
    if (event.key === 'Escape') onDone('', true);
  };
  return (
    <input
      className="ui-chip w-36 bg-surface"
      aria-label={label}
      placeholder={t('typeAndEnter')}
      value={text}
      maxLength={maxLength}
      ref={(node) => node?.focus()}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(text, false)}
    />
  );
}
