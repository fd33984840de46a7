'use client';

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/platform/action';
import type { FieldError } from '@/lib/platform/explain';
import { typedBefore } from './typed-before';

export type Values = Record<string, string | string[] | boolean>;

type Options<V extends Values, R> = {
  initial: V;
  /** Speaks to the server; `key` is the same for the same values, so that a second press changes nothing again. */
  send: (values: V, key: string) => Promise<ActionResult<R>>;
  done: (value: R) => void;
};

/**
 * What a form holds while it is filled in: the values stay whatever the server says. Spread `props` on the form and give
 * each control its field as `name`.
 */
export function useForm<V extends Values, R>({ initial, send, done }: Options<V, R>) {
  const [values, setValues] = useState(initial);
  const [busy, setBusy] = useState(false);
  // Fields that keep their own state are drawn anew after a reset.
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Extract<ActionResult<R>, { ok: false }> | null>(null);
  const sent = useRef({ text: '', key: '' });
  const node = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (answer) node.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [answer]);
  const ref = useCallback((form: HTMLFormElement | null) => {
    node.current = form;
    if (form) setValues((before) => ({ ...before, ...typedBefore(form, before) }));
  }, []);

  const set = <K extends keyof V>(field: K, value: V[K]) =>
    setValues((before) => ({ ...before, [field]: value }));
  const submit = async (given: V = values) => {
    if (busy) return;
    setBusy(true);
    const text = JSON.stringify(given);
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
    const result = await send(given, sent.current.key).catch(
      (): ActionResult<R> => ({ ok: false, errors: [], failed: 'unavailable' }),
    );
    setBusy(false);
    setAnswer(result.ok ? null : result);
    if (!result.ok) return;
    sent.current = { text: '', key: '' };
    done(result.value);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const errors: readonly FieldError[] = answer?.errors ?? [];
  const fieldOf = (error: FieldError) => String(error.field.at(-1) ?? '');
  return {
    props: { ref, onSubmit, noValidate: true },
    values,
    set,
    setValues,
    busy,
    submit,
    round,
    errors,
    /** What stands at no field of this form. */
    problems: errors.filter((error) => !(fieldOf(error) in values)),
    failed: answer?.failed ?? null,
    current: answer?.current,
    /** The sentence for a field, whether it stands at the top of the input or below `changes`. */
    error: (field: string) => errors.find((error) => fieldOf(error) === field)?.message,
    reset: () => {
      setRound((before) => before + 1);
      setValues(initial);
      setAnswer(null);
    },
  };
}
