'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { call } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { onSignedOut } from '@/components/ui/sign-in-again';
import { TextInput } from '@/components/ui/text-input';
import { accountOperations } from '@/lib/person/operations/account';
import { authCall } from './auth-form';
import { CodeForm } from './code-form';

/**
 * Waits in the frame of every page. When something is sent after the sign-in has ended (another tab, expiry) it asks the
 * same person to sign in over whatever is open, and what was being done goes on.
 */
export function SignInAgain({ email }: { email: string }) {
  const [waiting, setWaiting] = useState<{ settle: (isIn: boolean) => void } | null>(null);
  useEffect(
    () =>
      onSignedOut(
        () =>
          new Promise((resolve) => {
            setWaiting({
              settle: (isIn) => {
                setWaiting(null);
                resolve(isIn);
              },
            });
          }),
      ),
    [],
  );
  return waiting && <SignInDialog email={email} onSettle={waiting.settle} />;
}

type Props = { email: string; onSettle: (isIn: boolean) => void };

function SignInDialog({ email, onSettle }: Props) {
  const t = useTranslations('viewer');
  const form = useId();
  const { isBusy, problem, submit, owesCode, settle } = useSignIn(email, onSettle);
  if (owesCode) {
    return (
      <Dialog
        open
        size="sm"
        onClose={() => onSettle(false)}
        title={t('code.title')}
        description={t('code.text')}
      >
        <CodeForm
          operation={accountOperations.giveCode}
          submit={t('again.submit')}
          onDone={() => void settle()}
        />
      </Dialog>
    );
  }
  const footer = (
    <>
      <Button onClick={() => onSettle(false)} disabled={isBusy}>
        {t('again.later')}
      </Button>
      <Button tone="primary" type="submit" form={form} busy={isBusy}>
        {t('again.submit')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      size="sm"
      onClose={() => onSettle(false)}
      title={t('again.title')}
      description={t('again.text')}
      footer={footer}
      locked={isBusy}
    >
      <form id={form} noValidate className="grid gap-4 pb-1" onSubmit={submit}>
        <FormError problems={problem ? [{ key: problem, text: problem }] : []} />
        <TextInput label={t('signIn.email')} name="email" autoComplete="username" readOnly value={email} />
        <TextInput
          label={t('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          autoFocus
          required
        />
        <p className="text-sm text-ink-2">
          <a className="ui-link" href="/sign-in" target="_blank" rel="noreferrer">
            {t('again.newTab')}
          </a>{' '}
          {t('again.newTabText')}
        </p>
      </form>
    </Dialog>
  );
}

type Seen =
  | { is: 'same' | 'nobody' }
  | { is: 'another'; problem: string }
  | { is: 'unknown'; problem: string };

/** Asks the server who is signed in: no answer that failed is taken for a sign-in. */
function useWhoIsIn(email: string): () => Promise<Seen> {
  const t = useTranslations('viewer.again');
  const textOf = useFailureText();
  return async () => {
    const answer = await call(accountOperations.findAccount, {}, { asksToSignIn: false });
    if (answer.ok) {
      return answer.value.email === email
        ? { is: 'same' }
        : { is: 'another', problem: t('anotherPerson', { email: answer.value.email }) };
    }
    return answer.failed === 'signed_out' ? { is: 'nobody' } : { is: 'unknown', problem: textOf(answer) };
  };
}

/** By password here, or by another tab: coming back from it looks whether the same person is in now. */
function useSignIn(email: string, onSettle: (isIn: boolean) => void) {
  const textOf = useFailureText();
  const look = useRef(useWhoIsIn(email));
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** The password was right, and the sign-in waits for the code of a second factor. */
  const [owesCode, setOwesCode] = useState(false);
  useEffect(() => {
    const seen = async () => {
      const found = await look.current();
      if (found.is === 'same') onSettle(true);
      else if (found.is === 'another') setProblem(found.problem);
    };
    window.addEventListener('focus', seen);
    return () => window.removeEventListener('focus', seen);
  }, [onSettle]);
  const settle = async () => {
    const found = await look.current();
    if (found.is === 'same') return onSettle(true);
    setOwesCode(found.is === 'nobody');
    setProblem('problem' in found ? found.problem : null);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    // The dialog may stand inside the form that waits: this is not that form's submit.
    event.stopPropagation();
    event.preventDefault();
    if (isBusy) return;
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setIsBusy(true);
    const answer = await authCall('callback/password', { email, password, keepsLook: '1' });
    if (answer.ok) await settle();
    else setProblem(textOf(answer));
    setIsBusy(false);
  };
  return { isBusy, problem, submit, owesCode, settle };
}
