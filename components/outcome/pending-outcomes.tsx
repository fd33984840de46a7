'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFailureText } from '@/components/form/failure-words';
import { useQueueSender } from '@/components/form/use-queue';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { withReturn } from '@/lib/person/rules/return-path';
import { dropDraft, readDraft } from './outcome-draft';

type Props = {
  personId: string;
  /** The page's own meeting is shown by its form and left out here. */
  except?: string;
};

/**
 * Sends outcomes that wait on this device, and says in words what waits and why; nothing where nothing waits. Needs the
 * messages of `outcome`.
 */
export function PendingOutcomes({ personId, except }: Props) {
  const t = useTranslations('outcome');
  const here = usePathname();
  const toast = useToast();
  const textOf = useFailureText();
  const { queue, stopped, sendNow, drop } = useQueueSender(personId, ({ key, about, title }) => {
    if (readDraft(localStorage, personId, about)?.attempt?.key === key)
      dropDraft(localStorage, personId, about);
    if (about !== except) toast({ text: t('pending.sent', { title }) });
  });
  const shown = queue.filter(({ about }) => about !== except);
  const waitingCount = shown.filter(({ refused }) => !refused).length;
  if (shown.length === 0) return null;
  const why = {
    offline: t('pending.offline'),
    unavailable: t('pending.unavailable'),
    signed_out: t('pending.signedOut'),
  };
  return (
    <div role="status" className="grid gap-2">
      {waitingCount > 0 && (
        <Notice
          tone="warn"
          title={stopped ? t('pending.title', { count: waitingCount }) : undefined}
          actions={
            stopped === 'signed_out' ? (
              <LinkButton size="sm" href={withReturn('/sign-in', here)}>
                {t('signedOut.signIn')}
              </LinkButton>
            ) : (
              <Button size="sm" onClick={sendNow}>
                {t('waiting.again')}
              </Button>
            )
          }
        >
          {stopped ? why[stopped] : t('pending.sending', { count: waitingCount })}
        </Notice>
      )}
      {shown.map(
        ({ key, title, href, refused }) =>
          refused && (
            <Notice
              key={key}
              tone="danger"
              actions={
                <>
                  <LinkButton size="sm" href={href}>
                    {t('pending.open')}
                  </LinkButton>
                  <Button size="sm" onClick={() => drop(key)}>
                    {t('pending.drop')}
                  </Button>
                </>
              }
            >
              {t('pending.refused', { title, reason: textOf(refused) })}
            </Notice>
          ),
      )}
    </div>
  );
}
