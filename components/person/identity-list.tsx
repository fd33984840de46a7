'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { accountOperations } from '@/lib/person/operations/account';
import { AccountRow, AccountRows } from './account-rows';

export type IdentityRow = { id: string; provider: string; email: string; since: string; used: string | null };

/** Accounts at a sign-in provider that open this one. */
export function IdentityList({ identities }: { identities: readonly IdentityRow[] }) {
  const t = useTranslations('person.account');
  const toast = useToast();
  const { run } = useOperation(accountOperations.removeIdentity, { tells: 'toast' });
  const [leaving, setLeaving] = useState<IdentityRow | null>(null);
  const remove = async () => {
    if (!leaving) return;
    const answer = await run({ identityId: leaving.id });
    if (answer.ok) toast({ text: t('identityRemoved', { provider: leaving.provider }) });
    return answer.ok;
  };
  return (
    <>
      {identities.length > 0 && (
        <AccountRows>
          {identities.map((identity) => (
            <AccountRow
              key={identity.id}
              title={identity.provider}
              note={[
                identity.email,
                t('connectedAt', { at: identity.since }),
                identity.used ? t('seen', { at: identity.used }) : t('neverUsed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            >
              <Button
                size="sm"
                aria-label={t('disconnectOf', { provider: identity.provider })}
                onClick={() => setLeaving(identity)}
              >
                {t('disconnect')}
              </Button>
            </AccountRow>
          ))}
        </AccountRows>
      )}
      <ConfirmDialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('disconnectTitle', { provider: leaving?.provider ?? '' })}
        description={t('disconnectText')}
        confirmLabel={t('disconnect')}
        tone="danger"
        onConfirm={remove}
      />
    </>
  );
}
