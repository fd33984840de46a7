import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { type PageQuery, readFormPage } from '@/app/api/auth/form-page';
import { AccountSections } from '@/components/person/account-sections';
import { PageHeader } from '@/components/shell/page-header';
import { shownName } from '@/lib/core/shown-name';
import { findAccount } from '@/lib/person/queries/account';
import { homeZoneOf } from '@/lib/person/rules/home-zone';
import { requestTheme } from '@/lib/platform/browser';
import { requireViewer } from '@/lib/platform/gate';
import { oidcProvider } from '@/lib/platform/oidc';
import { listApiTokens } from '@/lib/token/queries';
import { listWebhooks } from '@/lib/webhook/queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('person.account');
  return { title: t('title') };
}

export default async function AccountPage({ searchParams }: { searchParams: PageQuery }) {
  const viewer = await requireViewer();
  const [t, locale, theme, account, { items: tokens }, { items: webhooks }, { problem }] = await Promise.all([
    getTranslations('person.account'),
    getLocale(),
    requestTheme(),
    findAccount(viewer, {}),
    listApiTokens(viewer, {}),
    listWebhooks(viewer, {}),
    readFormPage(searchParams, 'person'),
  ]);
  const provider = oidcProvider();
  return (
    <>
      <PageHeader title={t('title')} subtitle={shownName(account, locale)} />
      <AccountSections
        account={account}
        provider={provider && { issuer: provider.issuer, name: provider.name }}
        theme={theme}
        tokens={tokens}
        webhooks={webhooks}
        programs={viewer.programs}
        zone={homeZoneOf(viewer)}
        problem={problem?.message ?? null}
      />
    </>
  );
}
