'use client';

import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { authCall } from './auth-form';

/** `connects`: the person whose account it is to be connected with. */
type Props = { label: string; next: string; connects?: string; size?: 'lg'; wide?: boolean };

/** Goes to the provider of OpenID Connect of this installation, to sign in or to connect, and comes back to `next`. */
export function ProviderButton({ label, next, connects, ...look }: Props) {
  const textOf = useFailureText();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    setIsBusy(true);
    const answer = await authCall('signin/oidc', {
      callbackUrl: next,
      ...(connects ? { connect: connects } : {}),
    });
    if (answer.ok) return window.location.assign(answer.value.url);
    setIsBusy(false);
    setProblem(textOf(answer));
  };
  return (
    <div className="grid gap-3">
      <FormError problems={problem ? [{ key: problem, text: problem }] : []} />
      <Button {...look} className="justify-self-start" busy={isBusy} onClick={() => void go()}>
        {label}
      </Button>
    </div>
  );
}
