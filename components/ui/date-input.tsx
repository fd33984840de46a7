'use client';

import { type ComponentProps, type ComponentType, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names';
import type { DatePartsProps } from './date-parts';
import { controlClass, Field, type FieldControl, splitProps } from './field';
import type { InputProps } from './text-input';

/** A day; value and defaultValue are `YYYY-MM-DD`. Say the zone in `note` where it matters. */
export function DateInput(props: InputProps) {
  return <PartedField kind="date" {...props} />;
}

/** A time of day; value and defaultValue are `HH:MM`, 24 hours. */
export function TimeInput(props: InputProps) {
  return <PartedField kind="time" {...props} />;
}

type Kind = 'date' | 'time';

function PartedField({ kind, ...props }: InputProps & { kind: Kind }) {
  const [field, rest] = splitProps(props);
  return <Field {...field}>{(control) => <PartedControl kind={kind} {...rest} control={control} />}</Field>;
}

type ControlProps = ComponentProps<'input'> & { kind: Kind; control: FieldControl };

/**
 * The browser's own field holds the value, sends it and checks it, with or without script. It writes dates in the language
 * of the browser, so year, month and day in the language of the page cover it as soon as it is in sight.
 */
function PartedControl({ kind, control, onChange, ...rest }: ControlProps) {
  const native = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const Parts = useWhenSeen(native, () => setTyped(native.current?.value ?? ''));
  const value = rest.value === undefined ? typed : String(rest.value);
  const focusParts = () =>
    native.current?.parentElement?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();

  // The focus moves on into the parts when they arrive.
  useEffect(() => {
    if (Parts && document.activeElement === native.current) focusParts();
  });
  const covered = { tabIndex: -1, 'aria-hidden': true, onFocus: focusParts } as const;
  return (
    <span className="relative block">
      <input
        {...rest}
        {...control}
        {...(Parts ? covered : {})}
        ref={native}
        type={kind}
        className={classNames(controlClass, 'tabular-nums', Parts && 'ui-covered')}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange?.(event);
        }}
      />
      {Parts && (
        <Parts
          kind={kind}
          labelId={`${control.id}-label`}
          describedBy={control['aria-describedby']}
          isRequired={Boolean(control.required)}
          isInvalid={Boolean(control['aria-invalid'])}
          isDisabled={Boolean(rest.disabled)}
          value={value}
          min={rest.min === undefined ? undefined : String(rest.min)}
          max={rest.max === undefined ? undefined : String(rest.max)}
          onChange={(next) => typeInto(native.current, next)}
          onEnter={() => native.current?.form?.requestSubmit()}
        />
      )}
    </span>
  );
}

/** Fetches the parts when the field is first in sight; where they do not come, the browser's own field stays. */
function useWhenSeen(field: React.RefObject<HTMLElement | null>, arrive: () => void) {
  const [Parts, setParts] = useState<ComponentType<DatePartsProps> | null>(null);
  const arrived = useRef(arrive);
  arrived.current = arrive;
  useEffect(() => {
    const node = field.current;
    if (!node) return;
    let isGone = false;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      import('./date-parts').then(
        ({ DateParts }) => {
          if (isGone) return;
          arrived.current();
          setParts(() => DateParts);
        },
        () => {},
      );
    });
    observer.observe(node);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [field]);
  return Parts;
}

/** Sets the value as typing does: React and the form around the field get an input event. */
function typeInto(input: HTMLInputElement | null, value: string): void {
  if (!input || input.value === value) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
