'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import type { FieldError } from '@/lib/core/result';
import { useFailureText } from './failure-words';
import { filledIn } from './plain-form';

/**
 * A form for those not signed in. It works before any script; with it, a server that is not reached is told above the
 * fields and what was typed stays. Spread `props` on the form.
 */
export function usePlainForm<S extends { errors: FieldError[] }>(
  action: (before: Awaited<S>, form: FormData) => Promise<Awaited<S>>,
  empty: Awaited<S>,
) {
  const [first, formAction] = useActionState(action, empty);
  const [later, setLater] = useState<Awaited<S> | null>(null);
  const [isBusy, startSending] = useTransition();
  const textOf = useFailureText();
  const state = later ?? first;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = filledIn(event);
    startSending(async () => {
      try {
        setLater(await action(state, form));
      } catch (error) {
        unstable_rethrow(error);
        const message = textOf({ errors: [], failed: 'unreachable' });
        const errors: FieldError[] = [{ reason: 'unreachable', field: [], message }];
        setLater({ ...state, errors });
      }
    });
  };
  return { state, isBusy, props: { action: formAction, onSubmit } };
}
