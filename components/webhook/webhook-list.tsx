'use client';

import { Ellipsis, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { webhookOperations } from '@/lib/webhook/operations';
import { DeliveriesDialog } from './deliveries-dialog';
import { type EditedWebhook, EditWebhookDialog, ReplaceKeyDialog } from './edit-webhook';
import { NewWebhookDialog } from './new-webhook';
import { useEventWords, type WebhookProgram } from './webhook-fields';

export type WebhookRow = EditedWebhook & {
  /** Names of the programs; empty means all of its owner's. */
  programs: string;
  created: string;
  /** When it last sent something, or null. */
  last: string | null;
  failed: number;
  /** Until when the key before signs, too; null where it does not. */
  oldKeyUntil: string | null;
};
type Open = { kind: 'add' } | { kind: 'deliveries' | 'edit' | 'key' | 'end'; webhook: WebhookRow } | null;
type Props = { webhooks: readonly WebhookRow[]; programs: readonly WebhookProgram[]; zone: string };

/** One's own webhooks: where changes are sent to, how that went, and a try. */
export function WebhookList({ webhooks, programs, zone }: Props) {
  const t = useTranslations('webhook');
  const toast = useToast();
  const [open, setOpen] = useState<Open>(null);
  const test = useOperation(webhookOperations.testWebhook, { tells: 'toast' });
  const end = useOperation(webhookOperations.endWebhook, { tells: 'toast' });
  const close = () => setOpen(null);
  const tryIt = async ({ id, url }: WebhookRow) => {
    const answer = await test.run({ webhookId: id });
    if (answer.ok) toast({ text: t('tested', { url }) });
  };
  const remove = async () => {
    if (open?.kind !== 'end') return;
    const answer = await end.run({ webhookId: open.webhook.id });
    if (answer.ok) toast({ text: t('ended', { url: open.webhook.url }) });
    return answer.ok;
  };
  const wordFor = useEventWords();
  const eventsOf = ({ events }: WebhookRow) => events.map(wordFor).join(', ');
  return (
    <>
      {webhooks.length > 0 && (
        <ul className="border-t border-line">
          {webhooks.map((webhook) => (
            <li
              key={webhook.id}
              className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2"
            >
              <div className="grid min-w-0 flex-1 basis-64">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  <span className="min-w-0 wrap-anywhere">{webhook.url}</span>
                  {webhook.failed > 0 && (
                    <Badge tone="danger">{t('failedCount', { count: webhook.failed })}</Badge>
                  )}
                </span>
                <span className="text-sm">
                  {[eventsOf(webhook), webhook.programs && t('onlyIn', { programs: webhook.programs })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="text-sm text-ink-2 tabular-nums">
                  {t('created', { at: webhook.created })} ·{' '}
                  {webhook.last ? t('lastSent', { at: webhook.last }) : t('neverSent')}
                </span>
                {webhook.oldKeyUntil && (
                  <span className="text-sm tabular-nums">
                    {t('oldKeyUntil', { at: webhook.oldKeyUntil })}
                  </span>
                )}
              </div>
              <span className="flex flex-wrap gap-2">
                <Button
                  size="sm"
                  aria-label={t('deliveriesOf', { url: webhook.url })}
                  onClick={() => setOpen({ kind: 'deliveries', webhook })}
                >
                  {t('deliveries')}
                </Button>
                <Button
                  size="sm"
                  aria-label={t('testOf', { url: webhook.url })}
                  onClick={() => tryIt(webhook)}
                >
                  {t('test')}
                </Button>
                <Menu
                  trigger={<Ellipsis aria-hidden="true" size={16} />}
                  label={t('moreOf', { url: webhook.url })}
                  place="end"
                  items={[
                    { id: 'edit', label: t('edit'), onSelect: () => setOpen({ kind: 'edit', webhook }) },
                    { id: 'key', label: t('replace'), onSelect: () => setOpen({ kind: 'key', webhook }) },
                    {
                      ...{ id: 'end', label: t('end'), danger: true, startsGroup: true },
                      onSelect: () => setOpen({ kind: 'end', webhook }),
                    },
                  ]}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button
        className="justify-self-start"
        icon={<Plus aria-hidden="true" size={16} />}
        onClick={() => setOpen({ kind: 'add' })}
      >
        {t('add')}
      </Button>
      {open?.kind === 'add' && <NewWebhookDialog programs={programs} onClose={close} />}
      {open?.kind === 'edit' && (
        <EditWebhookDialog webhook={open.webhook} programs={programs} onClose={close} />
      )}
      {open?.kind === 'key' && <ReplaceKeyDialog webhook={open.webhook} onClose={close} />}
      {open?.kind === 'deliveries' && (
        <DeliveriesDialog webhookId={open.webhook.id} url={open.webhook.url} zone={zone} onClose={close} />
      )}
      <ConfirmDialog
        open={open?.kind === 'end'}
        onClose={close}
        title={t('endTitle')}
        description={t('endText', { url: open?.kind === 'end' ? open.webhook.url : '' })}
        confirmLabel={t('end')}
        tone="danger"
        onConfirm={remove}
      />
    </>
  );
}
