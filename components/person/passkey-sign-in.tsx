'use client';

import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, call } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { accountOperations } from '@/lib/person/operations/account';
import { onOtherWay, sendToAuth } from './auth-form';

/**
 * Signs in by a passkey of this device; null where the person or the browser chose none. `offers`: the browser names them in
 * the e-mail field, and this waits until one is chosen there. `isWanted` is asked once the challenge is there: a browser has
 * one such dialog at a time, and a later one takes the place of an earlier.
 */
async function signInByPasskey(
  next: string,
  { offers, isWanted }: { offers: boolean; isWanted: () => boolean },
): Promise<Answer<{ url: string }> | null> {
  const begun = await call(accountOperations.beginPasskeySignIn, {}, { asksToSignIn: false });
  if (!isWanted()) return null;
  if (!begun.ok) return begun;
  const options = { optionsJSON: begun.value, useBrowserAutofill: offers };
  const signed = await startAuthentication(options).catch(() => null);
  if (!signed || !isWanted()) return null;
  const { clientDataJSON, authenticatorData, signature, userHandle } = signed.response;
  const response = { clientDataJSON, authenticatorData, signature, userHandle };
  const credential = JSON.stringify({ id: signed.id, response });
  return sendToAuth('callback/passkey', { credential, callbackUrl: next });
}

type Refused = Exclude<Answer<unknown>, { ok: true }>;

/**
 * Offers passkeys in the e-mail field while no other way is being taken: `pause` takes the offer back, `offer` makes it anew.
 * What was only offered, and could not be, nobody asked for; a passkey that was chosen and refused is told.
 */
function usePasskeyOffer(next: string, refuse: (answer: Refused) => void) {
  /** Each turn asks for a new challenge, as one that was answered is used up. Null while another way is taken. */
  const [turn, setTurn] = useState<number | null>(0);
  const turns = useRef(0);
  const pause = useCallback(() => setTurn(null), []);
  const offer = useCallback(() => {
    turns.current += 1;
    setTurn(turns.current);
  }, []);
  useEffect(() => {
    if (turn === null) return;
    let isThere = true;
    const make = async () => {
      if (!(await browserSupportsWebAuthnAutofill()) || !isThere) return;
      const answer = await signInByPasskey(next, { offers: true, isWanted: () => isThere });
      if (!isThere || !answer) return;
      if (answer.ok) return window.location.assign(answer.value.url);
      if (answer.errors.length === 0) return;
      refuse(answer);
      offer();
    };
    void make();
    return () => {
      isThere = false;
      WebAuthnAbortService.cancelCeremony();
    };
  }, [next, refuse, offer, turn]);
  useEffect(() => onOtherWay(pause, offer), [pause, offer]);
  return { pause, offer };
}

/** With a press, or by choosing a passkey where the browser offers it in the e-mail field. */
export function PasskeySignIn({ next }: { next: string }) {
  const t = useTranslations('viewer.passkey');
  const textOf = useFailureText();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Refused | 'none' | null>(null);
  const { pause, offer } = usePasskeyOffer(next, setFailure);
  const press = async () => {
    pause();
    setIsBusy(true);
    setFailure(null);
    const answer = await signInByPasskey(next, { offers: false, isWanted: () => true });
    // Busy until the next page is there.
    if (answer?.ok) return window.location.assign(answer.value.url);
    setFailure(answer ?? 'none');
    setIsBusy(false);
    offer();
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
