'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { classNames } from './class-names';
import { type ComboboxMatcher, type ComboboxOption, filterOptions, matchAnywhere } from './combobox-filter';
import { controlClass, Field, type FieldProps, splitProps } from './field';
import { isComposing } from './keyboard';

type ComboboxProps = FieldProps & {
  /** Form name of the chosen value; empty while nothing is chosen. */
  name?: string;
  options: readonly ComboboxOption[];
  defaultValue?: string;
  onChange?: (value: string) => void;
  matches?: ComboboxMatcher;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  id?: string;
};

const LIMIT = 60;

/** A select that is searched by typing; made for thousands of rows, of which the first sixty are drawn. */
export function Combobox(props: ComboboxProps) {
  const [field, { options, matches = matchAnywhere, name, disabled, placeholder, ...rest }] =
    splitProps(props);
  const { label, required } = field;
  const t = useTranslations('ui');
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState(rest.defaultValue ?? '');
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const query = useDeferredValue(text ?? '');
  const { shown, more } = open ? filterOptions(options, query, matches, LIMIT) : { shown: [], more: 0 };
  const chosen = options.find((option) => option.value === value);

  useEffect(() => {
    if (open) list.current?.showPopover();
    else list.current?.hidePopover();
  }, [open]);
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, open]);

  const show = () => {
    setOpen(true);
    setActive(Math.max(0, text ? 0 : options.slice(0, LIMIT).findIndex((option) => option.value === value)));
  };
  const leave = () => {
    setOpen(false);
    setText(null);
  };
  const choose = (next: string) => {
    setValue(next);
    rest.onChange?.(next);
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) show();
      else setActive((at) => Math.min(shown.length - 1, Math.max(0, at + step)));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      // The list may lag behind fast typing: what is chosen is what matches the words as they stand.
      const typed = text ?? '';
      const option = query === typed ? shown[active] : filterOptions(options, typed, matches, 1).shown[0];
      if (option) choose(option.value);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };

  return (
    <Field {...field}>
      {(control) => (
        <span className="relative block">
          {name && <input type="hidden" name={name} value={value} />}
          <input
            {...control}
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && shown[active] ? `${listId}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            placeholder={chosen ? chosen.label : placeholder}
            value={text ?? chosen?.label ?? ''}
            style={{ anchorName: `--${listId}` }}
            className={classNames(controlClass, 'pe-9')}
            onFocus={(event) => event.currentTarget.select()}
            onClick={show}
            onBlur={() => {
              if (text === '' && !required) choose('');
              else leave();
            }}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
          />
          <ChevronDown
            aria-hidden="true"
            size={16}
            className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-2"
          />
          <div
            ref={list}
            id={listId}
            popover="manual"
            role="listbox"
            aria-label={typeof label === 'string' ? label : t('options')}
            data-place="match"
            style={{ positionAnchor: `--${listId}` }}
            className="ui-float ui-menu"
            onPointerDown={(event) => event.preventDefault()}
          >
            {shown.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value}
                data-active={index === active || undefined}
                className="ui-menu-item"
                onClick={() => choose(option.value)}
                onPointerMove={() => setActive(index)}
              >
                <span className="min-w-0 flex-1">{option.label}</span>
                {option.detail && <span className="text-sm text-ink-2">{option.detail}</span>}
              </div>
            ))}
          </div>
          <span role="status" className="sr-only">
            {open && (shown.length === 0 ? t('noMatch') : t('matches', { count: shown.length + more }))}
          </span>
          {open && shown.length === 0 && (
            <span className="mt-1 block text-sm text-ink-2">{t('noMatch')}</span>
          )}
          {open && more > 0 && (
            <span className="mt-1 block text-sm text-ink-2">{t('moreMatches', { count: more })}</span>
          )}
        </span>
      )}
    </Field>
  );
}
