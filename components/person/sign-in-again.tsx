'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useState } from 'react';
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
  const { isBusy, problem, submit, owesCode } = useSignIn(email, onSettle);
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
          onDone={() => onSettle(true)}
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

/** By password here, or by another tab: coming back from it looks whether the same person is in now. */
function useSignIn(email: string, onSettle: (isIn: boolean) => void) {
  const t = useTranslations('viewer.again');
  const textOf = useFailureText();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** The password was right, and the sign-in waits for the code of a second factor. */
  const [owesCode, setOwesCode] = useState(false);
  useEffect(() => {
    const look = async () => {
      const answer = await call(accountOperations.findAccount, {}, { asksToSignIn: false });
      if (!answer.ok) return;
      if (answer.value.email === email) onSettle(true);
      else setProblem(t('anotherPerson', { email: answer.value.email }));
    };
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [email, onSettle, t]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    // The dialog may stand inside the form that waits: this is not that form's submit.
    event.stopPropagation();
    event.preventDefault();
    if (isBusy) return;
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setIsBusy(true);
    const answer = await authCall('callback/password', { email, password, keepsLook: '1' });
    setIsBusy(false);
    if (!answer.ok) return setProblem(textOf(answer));
    const seen = await call(accountOperations.findAccount, {}, { asksToSignIn: false });
    if (!seen.ok && seen.failed === 'signed_out') setOwesCode(true);
    else onSettle(true);
  };
  return { isBusy, problem, submit, owesCode };
}
