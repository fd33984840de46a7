'use client';

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { type Operation, post } from '@/lib/core/operation';
import type { FieldError } from '@/lib/core/result';
import type { ActionResult } from '@/lib/platform/action';
import type { Answer } from './call';
import { typedBefore } from './typed-before';
import { useActionCall } from './use-action-call';
import { errorAt, errorsElsewhere, useOperation } from './use-operation';

export type Values = Record<string, string | string[] | boolean>;

export type FormOptions<V extends Values, R, In extends object = object> = {
  initial: V;
  /** What is sent when the form is. */
  operation?: Operation<In, R>;
  /** The operation's input by what the form holds. */
  input?: (values: V) => In;
  /** What stands in the way of sending, found without the server. */
  check?: (values: V) => FieldError[];
  /** The older way: a call of a server action. */
  send?: (values: V, key: string) => Promise<ActionResult<R>>;
  done: (value: R) => void;
};

const NONE = post('none', '/none', '');

/**
 * What a form holds while it is filled in: the values stay whatever the server says. Spread `props` on the form and give
 * each control its field as `name`.
 */
export function useForm<V extends Values, R, In extends object = object>(options: FormOptions<V, R, In>) {
  const { initial, operation, input, check, send, done } = options;
  const [values, setValues] = useState(initial);
  // Fields that keep their own state are drawn anew after a reset.
  const [round, setRound] = useState(0);
  const older = useActionCall<V, R>(send ?? never);
  const newer = useOperation<In, R>(operation ?? (NONE as Operation<In, R>));
  const { isBusy, failed, current, forget, ...told } = operation ? newer : older;
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const errors = found.length > 0 ? found : told.errors;
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
  /** Undefined while an earlier press is on its way. */
  const submit = async (given: V = values): Promise<Answer<R> | undefined> => {
    if (isBusy) return undefined;
    const found = check?.(given) ?? [];
    setFound(found);
    if (found.length > 0) return { ok: false, errors: found };
    const result =
      operation && input ? await newer.run(input(given)) : ((await older.run(given)) as Answer<R>);
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

async function never(): Promise<never> {
  throw new Error('a form without an operation');
}
