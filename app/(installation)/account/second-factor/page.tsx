import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { factorRow } from '@/components/person/account-sections';
import { PasskeySignIn } from '@/components/person/passkey-sign-in';
import { SecondFactor } from '@/components/person/second-factor';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import type { RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { findAccount } from '@/lib/person/queries/account';
import { homeZoneOf } from '@/lib/person/rules/home-zone';
import { readReturn } from '@/lib/person/rules/return-path';
import { requireViewer } from '@/lib/platform/gate';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('person.account.wanted');
  return { title: t('title') };
}

type Props = { searchParams: Promise<RawQuery> };

/** Where an officer or admin of a program that asks for two proofs gives or sets up the second one, and goes on from. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const { next } = readReturn(await searchParams);
  const [t, format, locale, account] = await Promise.all([
    getTranslations('person.account.wanted'),
    getFormatter(),
    getLocale(),
    findAccount(viewer, {}),
  ]);
  const isClosed = viewer.lockedPrograms.length > 0;
  // Nothing is asked of whoever comes here by chance; whoever has just set it up reads their recovery codes first.
  if (!isClosed && !account.secondFactor) redirect(next);
  const programs = format.list(viewer.lockedPrograms.map((program) => shownName(program, locale)));
  // Whoever has a passkey signs in by it: one proof alone sets up no second one of its own.
  const hasPasskey = account.passkeys.length > 0;
  return (
    <>
      <PageHeader title={t(isClosed ? 'title' : 'doneTitle')} />
      <div className="grid max-w-xl gap-4">
        <p>{isClosed ? t('text', { programs }) : t('done')}</p>
        {viewer.adminNeedsProof && <p>{t('admin')}</p>}
        {isClosed && <p>{t(hasPasskey ? 'passkey' : 'setUp')}</p>}
        <ClientMessages namespaces={['person', 'viewer']}>
          {isClosed && hasPasskey ? (
            <PasskeySignIn next={next} />
          ) : (
            <SecondFactor factor={factorRow(account, homeZoneOf(viewer), locale)} tone="primary" />
          )}
        </ClientMessages>
        {!isClosed && (
          <LinkButton href={next} tone="primary" className="justify-self-start">
            {t('goOn')}
          </LinkButton>
        )}
      </div>
    </>
  );
}
