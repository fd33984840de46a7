'use client';

import { browserSupportsWebAuthnAutofill, startAuthentication } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type Answer, call } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { accountOperations } from '@/lib/person/operations/account';
import { authCall } from './auth-form';

/**
 * Signs in by a passkey of this device; null where the person or the browser chose none. `offers`: the browser names them in
 * the e-mail field, and this waits until one is chosen there.
 */
async function signInByPasskey(next: string, offers: boolean): Promise<Answer<{ url: string }> | null> {
  const begun = await call(accountOperations.beginPasskeySignIn, {}, { asksToSignIn: false });
  if (!begun.ok) return begun;
  const options = { optionsJSON: begun.value, useBrowserAutofill: offers };
  const signed = await startAuthentication(options).catch(() => null);
  if (!signed) return null;
  const { clientDataJSON, authenticatorData, signature, userHandle } = signed.response;
  const response = { clientDataJSON, authenticatorData, signature, userHandle };
  const credential = JSON.stringify({ id: signed.id, response });
  return authCall('callback/passkey', { credential, callbackUrl: next });
}

/** With a press, or by choosing a passkey where the browser offers it in the e-mail field. */
export function PasskeySignIn({ next }: { next: string }) {
  const t = useTranslations('viewer.passkey');
  const textOf = useFailureText();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Exclude<Answer<unknown>, { ok: true }> | 'none' | null>(null);
  useEffect(() => {
    let isThere = true;
    const offer = async () => {
      if (!(await browserSupportsWebAuthnAutofill()) || !isThere) return;
      const answer = await signInByPasskey(next, true);
      // What was only offered, and could not be, nobody asked for.
      if (answer?.ok) window.location.assign(answer.value.url);
      else if (isThere && answer && answer.errors.length > 0) setFailure(answer);
    };
    void offer();
    return () => {
      isThere = false;
    };
  }, [next]);
  const press = async () => {
    setIsBusy(true);
    setFailure(null);
    const answer = await signInByPasskey(next, false);
    // Busy until the next page is there.
    if (answer?.ok) return window.location.assign(answer.value.url);
    setFailure(answer ?? 'none');
    setIsBusy(false);
  };
  const problem = failure && (failure === 'none' ? t('failed') : textOf(failure));
  return (
    <div className="grid gap-3">
      <FormError problems={problem ? [{ key: problem, text: problem }] : []} />
      <Button size="lg" wide busy={isBusy} onClick={press}>
        {t('submit')}
      </Button>
    </div>
  );
}
