'use client';

import { unstable_rethrow } from 'next/navigation';
import { type ComponentProps, type FormEvent, useTransition } from 'react';
import { useToast } from '@/components/ui/toast';
import { useFailureText } from './failure-words';

type Props = Omit<ComponentProps<'form'>, 'action'> & { action: (form: FormData) => void | Promise<void> };

/** A form that works before any script; with it, a server that is not reached is told and the page stays. */
export function PlainForm({ action, ...rest }: Props) {
  const toast = useToast();
  const textOf = useFailureText();
  const [, startSending] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = filledIn(event);
    startSending(async () => {
      try {
        await action(form);
      } catch (error) {
        unstable_rethrow(error);
        toast({ tone: 'danger', text: textOf({ errors: [], failed: 'unreachable' }) });
      }
    });
  };
  return <form {...rest} action={action} onSubmit={onSubmit} />;
}

/** With the name and value of the button that was pressed. */
export function filledIn({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>): FormData {
  return new FormData(currentTarget, (nativeEvent as SubmitEvent).submitter);
}
