'use client';

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useActionCall } from '@/components/operation/use-action-call';
import { errorAt, errorsElsewhere } from '@/components/operation/use-operation';
import type { ActionResult } from '@/lib/platform/action';
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
  // Fields that keep their own state are drawn anew after a reset.
  const [round, setRound] = useState(0);
  const { run, isBusy, errors, failed, current, forget } = useActionCall(send);
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
  const submit = async (given: V = values) => {
    if (isBusy) return;
    const result = await run(given);
    if (result.ok) done(result.value);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return {
    props: { ref, onSubmit, noValidate: true },
    values,
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
      forget();
    },
  };
}
