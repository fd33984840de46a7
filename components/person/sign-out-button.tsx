'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { forgetRecent } from '@/components/shell/recent';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { authCall } from './auth-form';

/** Ends the sign-in, and forgets what was opened on this device. */
export function useSignOut(): { signOut: () => Promise<void>; isBusy: boolean } {
  const toast = useToast();
  const textOf = useFailureText();
  const [isBusy, setIsBusy] = useState(false);
  const signOut = async () => {
    setIsBusy(true);
    const answer = await authCall('signout', { callbackUrl: '/sign-in' });
    if (answer.ok) {
      forgetRecent(localStorage);
      return window.location.assign('/sign-in');
    }
    setIsBusy(false);
    toast({ tone: 'danger', text: textOf(answer) });
  };
  return { signOut, isBusy };
}

export function SignOutButton({ label }: { label: string }) {
  const { signOut, isBusy } = useSignOut();
  const icon = <LogOut aria-hidden="true" size={16} />;
  return (
    <Button tone="quiet" size="sm" wide icon={icon} busy={isBusy} onClick={() => void signOut()}>
      {label}
    </Button>
  );
}
