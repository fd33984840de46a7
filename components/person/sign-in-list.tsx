'use client';

import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { accountOperations } from '@/lib/person/operations/account';
import { AccountRow, AccountRows } from './account-rows';

export type SignInRow = {
  id: string;
  browser: string;
  method: string;
  seen: string;
  since: string;
  isThis: boolean;
};

/** Where one is signed in, and by what; each can be ended from here. */
export function SignInList({ signIns }: { signIns: readonly SignInRow[] }) {
  const t = useTranslations('person.account');
  const toast = useToast();
  const one = useOperation(accountOperations.endSignIn, { tells: 'toast' });
  const others = useOperation(accountOperations.endOtherSignIns, { tells: 'toast' });
  const end = async ({ id, browser }: SignInRow) => {
    const answer = await one.run({ signInId: id });
    if (answer.ok) toast({ text: t('endedSignIn', { browser }) });
  };
  const endOthers = async () => {
    const answer = await others.run({});
    if (answer.ok) toast({ text: t('endedSignIns', { count: answer.value.endedSignIns }) });
  };
  return (
    <>
      <AccountRows>
        {signIns.map((signIn) => (
          <AccountRow
            key={signIn.id}
            title={signIn.browser}
            badge={signIn.isThis && <Badge tone="action">{t('thisBrowser')}</Badge>}
            note={`${t('seen', { at: signIn.seen })} · ${t('signedInAt', { at: signIn.since })} · ${signIn.method}`}
          >
            {!signIn.isThis && (
              <Button
                size="sm"
                aria-label={t('endSignInOf', { browser: signIn.browser })}
                disabled={one.isBusy}
                onClick={() => end(signIn)}
              >
                {t('endSignIn')}
              </Button>
            )}
          </AccountRow>
        ))}
      </AccountRows>
      {signIns.length > 1 && (
        <Button className="justify-self-start" busy={others.isBusy} onClick={endOthers}>
          {t('endOthers')}
        </Button>
      )}
    </>
  );
}
