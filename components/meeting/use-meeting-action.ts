'use client';

import { useState } from 'react';
import { useActionCall } from '@/components/form/use-action-call';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/platform/action';
import { type Errors, useErrorsOf } from './booking-errors';
import type { ViewProps } from './meeting-dialog';

type Change = (slug: string, input: object, key: string) => Promise<ActionResult<unknown>>;

/**
 * Runs one change of the dialog's meeting: closes when it is done, else keeps the form and says why. After a stale
 * refusal the next press means the meeting as it now stands.
 */
export function useMeetingAction({ desk, row, onClose, onBusy }: ViewProps, change: Change, done: string) {
  const toast = useToast();
  const errorsOf = useErrorsOf();
  const [errors, setErrors] = useState<Errors>({});
  const [version, setVersion] = useState(row.meeting.version);
  const { run: send, isBusy } = useActionCall((input: object, key) => change(desk.slug, input, key));
  const run = async (input: object) => {
    if (isBusy) return;
    onBusy(true);
    const result = await send({ meetingId: row.meeting.id, version, ...input });
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
