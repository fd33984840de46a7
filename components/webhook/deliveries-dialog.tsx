'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { useRead } from '@/components/form/use-read';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { webhookOperations } from '@/lib/webhook/operations';
import type { DeliveryItem } from '@/lib/webhook/schema';

const TONES: Record<DeliveryItem['state'], BadgeTone> = {
  waiting: 'info',
  delivered: 'done',
  failed: 'danger',
  withheld: 'outline',
};

type Props = { webhookId: string; url: string; zone: string; onClose: () => void };

/** What a webhook sent last and how it went; what was given up is sent again from here. */
export function DeliveriesDialog({ webhookId, url, zone, onClose }: Props) {
  const t = useTranslations('webhook');
  const locale = useLocale() as Locale;
  const [cursors, setCursors] = useState<string[]>([]);
  // Asked anew after each press.
  const [again, setAgain] = useState<Record<string, true>>({});
  const { run, isBusy } = useOperation(webhookOperations.resendDelivery, { tells: 'toast' });
  const cursor = cursors.at(-1);
  const read = useRead(webhookOperations.listDeliveries, { webhookId, limit: 20, ...(cursor && { cursor }) });
  const resend = async (deliveryId: string) => {
    if (isBusy) return;
    const answer = await run({ webhookId, deliveryId });
    if (answer.ok) setAgain((before) => ({ ...before, [deliveryId]: true }));
  };
  const items = read.at === 'ready' ? read.value.items : [];
  return (
    <Dialog open onClose={onClose} title={t('deliveriesOf', { url })}>
      <div className="grid gap-4 pb-5">
        {read.at === 'failed' && <p role="alert">{t('notRead')}</p>}
        {read.at === 'loading' && <p className="text-ink-2">{t('reading')}</p>}
        {read.at === 'ready' && items.length === 0 && <p className="text-ink-2">{t('neverSent')}</p>}
        <ul>
          {items.map(({ id, event, state, tries, status, problem, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
              <div className="grid min-w-0 flex-1 basis-52">
                <span className="flex flex-wrap items-center gap-2">
                  <code className="wrap-anywhere">{event}</code>
                  <Badge tone={again[id] ? 'info' : TONES[state]}>
                    {t(`state.${again[id] ? 'waiting' : state}`)}
                  </Badge>
                </span>
                <span className="text-sm text-ink-2 tabular-nums">
                  {[
                    formatDateTime(new Date(createdAt), zone, locale),
                    tries > 0 && t('tries', { count: tries }),
                    status !== null && t('status', { status: String(status) }),
                    problem !== null && isProblem(problem) && t(`problem.${problem}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {state !== 'waiting' && !again[id] && (
                <Button size="sm" aria-label={t('resendOf', { event })} onClick={() => resend(id)}>
                  {t('resend')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap justify-end gap-2">
          {cursors.length > 0 && (
            <Button onClick={() => setCursors(cursors.slice(0, -1))}>{t('newer')}</Button>
          )}
          {read.at === 'ready' && read.value.nextCursor && (
            <Button onClick={() => setCursors([...cursors, read.value.nextCursor ?? ''])}>
              {t('older')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

const PROBLEMS = ['not_public', 'too_slow', 'no_answer'] as const;

function isProblem(word: string): word is (typeof PROBLEMS)[number] {
  return (PROBLEMS as readonly string[]).includes(word);
}
