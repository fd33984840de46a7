import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { factorRow } from '@/components/person/account-sections';
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

/** Where an officer or admin of a program that asks for two proofs sets up the second one, and goes on from. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const { next } = readReturn(await searchParams);
  const [t, format, locale, account] = await Promise.all([
    getTranslations('person.account.wanted'),
    getFormatter(),
    getLocale(),
    findAccount(viewer, {}),
  ]);
  const closed = viewer.closedPrograms;
  const programs = format.list(closed.map((program) => shownName(program, locale)));
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid max-w-xl gap-4">
        <p>{closed.length > 0 ? t('text', { programs }) : t('done')}</p>
        {viewer.adminNeedsProof && <p>{t('admin')}</p>}
        {closed.length > 0 && account.passkeys.length > 0 && <p>{t('passkey')}</p>}
        <ClientMessages namespaces={['person']}>
          <SecondFactor factor={factorRow(account, homeZoneOf(viewer), locale)} />
        </ClientMessages>
        {closed.length === 0 && (
          <LinkButton href={next} tone="primary" className="justify-self-start">
            {t('goOn')}
          </LinkButton>
        )}
      </div>
    </>
  );
}
