'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { authCall } from './auth-form';

export function SignOutButton({ label }: { label: string }) {
  const toast = useToast();
  const textOf = useFailureText();
  const [isBusy, setIsBusy] = useState(false);
  const signOut = async () => {
    setIsBusy(true);
    const answer = await authCall('signout', { callbackUrl: '/sign-in' });
    if (answer.ok) return window.location.assign('/sign-in');
    setIsBusy(false);
    toast({ tone: 'danger', text: textOf(answer) });
  };
  const icon = <LogOut aria-hidden="true" size={16} />;
  return (
    <Button tone="quiet" size="sm" wide icon={icon} busy={isBusy} onClick={() => void signOut()}>
      {label}
    </Button>
  );
}
