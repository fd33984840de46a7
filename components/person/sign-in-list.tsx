'use client';

import { useTranslations } from 'next-intl';
import { useAct } from '@/components/form/use-act';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { endOtherSignInsAction, endSignInAction } from '@/lib/person/actions';

export type SignInRow = { id: string; browser: string; seen: string; since: string; isThis: boolean };

/** Where one is signed in; each can be ended from here. */
export function SignInList({ signIns }: { signIns: readonly SignInRow[] }) {
  const t = useTranslations('person.account');
  const act = useAct();
  const end = ({ id, browser }: SignInRow) =>
    act(
      (key) => endSignInAction({ signInId: id }, key),
      () => ({ text: t('endedSignIn', { browser }) }),
    );
  const endOthers = () =>
    act(endOtherSignInsAction, ({ endedSignIns }) => ({ text: t('endedSignIns', { count: endedSignIns }) }));
  return (
    <>
      <ul className="border-t border-line">
        {signIns.map((signIn) => (
          <li key={signIn.id} className="flex min-h-14 items-center gap-4 border-b border-line py-2">
            <div className="grid min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {signIn.browser}
                {signIn.isThis && <Badge tone="action">{t('thisBrowser')}</Badge>}
              </span>
              <span className="text-sm text-ink-2 tabular-nums">
                {t('seen', { at: signIn.seen })} · {t('signedInAt', { at: signIn.since })}
              </span>
            </div>
            {!signIn.isThis && (
              <Button
                size="sm"
                aria-label={t('endSignInOf', { browser: signIn.browser })}
                onClick={() => end(signIn)}
              >
                {t('endSignIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {signIns.length > 1 && (
        <Button className="justify-self-start" onClick={endOthers}>
          {t('endOthers')}
        </Button>
      )}
    </>
  );
}
