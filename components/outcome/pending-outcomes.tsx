'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { dropParcel, type Flushed } from './outbox';
import { announceOutbox, flushNow, useOutbox } from './use-outbox';

const AGAIN_MS = 20_000;

type Props = {
  personId: string;
  /** The page's own meeting is told by its form and left out here. */
  except?: string;
};

/**
 * Sends outcomes that wait on this device: when the page opens, when the network comes back, and every now and then.
 * Says in words what waits and why; nothing where nothing waits. Needs the messages of `outcome`.
 */
export function PendingOutcomes({ personId, except }: Props) {
  const t = useTranslations('outcome');
  const router = useRouter();
  const here = usePathname();
  const toast = useToast();
  const parcels = useOutbox(personId);
  const [stopped, setStopped] = useState<Flushed['stopped']>(null);
  const waiting = parcels.filter((parcel) => !parcel.refused);
  const told = parcels.filter((parcel) => parcel.meetingId !== except);
  const toldWaiting = told.filter((parcel) => !parcel.refused).length;
  const hasWaiting = waiting.length > 0;

  const flush = useCallback(async () => {
    const flushed = await flushNow(personId, (parcel) => {
      if (parcel.meetingId !== except) toast({ text: t('pending.sent', { title: parcel.title }) });
    });
    if (!flushed) return;
    setStopped(flushed.stopped);
    if (flushed.sent.length > 0) router.refresh();
  }, [personId, except, router, t, toast]);

  useEffect(() => {
    if (!hasWaiting) return;
    const first = setTimeout(flush);
    const again = setInterval(flush, AGAIN_MS);
    window.addEventListener('online', flush);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      window.removeEventListener('online', flush);
    };
  }, [hasWaiting, flush]);

  if (told.length === 0) return null;
  const discard = (key: string) => {
    dropParcel(localStorage, personId, key);
    announceOutbox();
  };
  const why = {
    offline: t('pending.offline'),
    unavailable: t('pending.unavailable'),
    signed_out: t('pending.signedOut'),
  };
  return (
    <div role="status" className="grid gap-2">
      {toldWaiting > 0 && (
        <Notice
          tone="warn"
          title={stopped ? t('pending.title', { count: toldWaiting }) : undefined}
          actions={
            stopped === 'signed_out' ? (
              <LinkButton size="sm" href={`/sign-in?next=${encodeURIComponent(here)}`}>
                {t('signedOut.signIn')}
              </LinkButton>
            ) : (
              <Button size="sm" onClick={flush}>
                {t('waiting.again')}
              </Button>
            )
          }
        >
          {stopped ? why[stopped] : t('pending.sending', { count: toldWaiting })}
        </Notice>
      )}
      {told
        .filter((parcel) => parcel.refused)
        .map((parcel) => (
          <Notice
            key={parcel.key}
            tone="danger"
            actions={
              <>
                <LinkButton size="sm" href={`/programs/${parcel.slug}/meetings/${parcel.meetingId}/outcome`}>
                  {t('pending.open')}
                </LinkButton>
                <Button size="sm" onClick={() => discard(parcel.key)}>
                  {t('pending.drop')}
                </Button>
              </>
            }
          >
            {t('pending.refused', { title: parcel.title, reason: parcel.refused ?? '' })}
          </Notice>
        ))}
    </div>
  );
}
