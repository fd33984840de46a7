'use client';

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Operation } from '@/lib/core/operation';
import type { FieldError } from '@/lib/core/result';
import type { Answer } from './call';
import { errorAt, errorsElsewhere, useOperation } from './use-operation';

export type FormValues = Record<string, string | string[] | boolean>;

/** The names of what is one text. */
type TextField<V extends FormValues> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;

export type FormOptions<V extends FormValues, R, In extends object> = {
  initial: V;
  /** What is sent when the form is. */
  operation: Operation<In, R>;
  /** The operation's input by what the form holds. */
  input: (values: V) => In;
  /** What stands in the way of sending, found without the server. */
  check?: (values: V) => FieldError[];
  done: (value: R) => void;
};

/**
 * What a form holds while it is filled in: the values stay whatever the server says. Spread `props` on the form and
 * `field` on each control of a text; give every other control its field as `name`.
 */
export function useForm<V extends FormValues, R, In extends object = object>(options: FormOptions<V, R, In>) {
  const { initial, operation, input, check, done } = options;
  const [values, setValues] = useState(initial);
  // Fields that keep their own state are drawn anew after a reset.
  const [round, setRound] = useState(0);
  const { run, isBusy, failed, current, forget, ...refused } = useOperation(operation);
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const errors = found.length > 0 ? found : refused.errors;
  const node = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (errors.length > 0) node.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const ref = useCallback((form: HTMLFormElement | null) => {
    node.current = form;
    if (form) setValues((before) => ({ ...before, ...typedBefore(form, before) }));
  }, []);

  const set = <K extends keyof V>(field: K, value: V[K]) =>
    setValues((before) => ({ ...before, [field]: value }));
  const field = <K extends TextField<V>>(name: K) => ({
    name,
    value: values[name],
    error: errorAt(errors, name),
    onChange: (event: { target: { value: string } }) => set(name, event.target.value as V[K]),
  });
  /** Undefined while an earlier press is on its way. */
  const submit = async (given: V = values): Promise<Answer<R> | undefined> => {
    if (isBusy) return undefined;
    const found = check?.(given) ?? [];
    setFound(found);
    if (found.length > 0) return { ok: false, errors: found };
    const result = await run(input(given));
    if (result.ok) done(result.value);
    return result;
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return {
    props: { ref, onSubmit, noValidate: true },
    values,
    field,
    set,
    setValues,
    busy: isBusy,
    submit,
    round,
    errors,
    /** What stands at no field of this form. */
    problems: errorsElsewhere(errors, Object.keys(values)),
    failed,
    current,
    /** The sentence for a field, whether it stands at the top of the input or below `changes`. */
    error: (field: string) => errorAt(errors, field),
    reset: () => {
      setRound((before) => before + 1);
      setValues(initial);
      setFound([]);
      forget();
    },
  };
}

/** What was typed into a page before its script was there: it stands in the controls and nowhere else. */
function typedBefore<V extends FormValues>(form: HTMLFormElement, values: V): Partial<V> {
  const typed: Record<string, string | boolean> = {};
  for (const control of form.elements) {
    const isBox = control instanceof HTMLInputElement && control.type === 'checkbox';
    const isText =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!isText || !(control.name in values)) continue;
    // Of a group of radio buttons the one that is pressed speaks.
    if (control.type === 'radio' && !(control as HTMLInputElement).checked) continue;
    const now = isBox ? control.checked : control.value;
    if (typeof now === typeof values[control.name] && now !== values[control.name]) typed[control.name] = now;
  }
  return typed as Partial<V>;
}
