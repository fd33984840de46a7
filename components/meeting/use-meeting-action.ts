'use client';

import { useState } from 'react';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/platform/action';
import { type Errors, useErrorsOf } from './booking-errors';
import type { ViewProps } from './meeting-dialog';

/**
 * Runs one change of the dialog's meeting: closes when it is done, else keeps the form and says why. After a stale
 * refusal the next press means the meeting as it now stands.
 */
export function useMeetingAction({ row, onClose, onBusy }: ViewProps, done: string) {
  const toast = useToast();
  const errorsOf = useErrorsOf();
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setIsBusy] = useState(false);
  const [version, setVersion] = useState(row.meeting.version);
  const run = async (act: (version: number) => Promise<ActionResult<unknown>>) => {
    if (isBusy) return;
    setIsBusy(true);
    onBusy(true);
    const result = await act(version);
    setIsBusy(false);
    onBusy(false);
    if (result.ok) {
      toast({ text: done });
      onClose();
      return;
    }
    const current = result.current as { version?: unknown } | undefined;
    if (typeof current?.version === 'number') setVersion(current.version);
    setErrors(errorsOf(result));
  };
  return { run, errors, setErrors, isBusy };
}
