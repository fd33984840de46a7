import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { type PageQuery, readFormPage } from '@/app/api/auth/form-page';
import { SignInByLinkForm } from '@/components/invitation/sign-in-by-link-form';
import { StrangerPage } from '@/components/person/stranger-page';
import { ClientMessages } from '@/components/shell/client-messages';
import { LinkButton } from '@/components/ui/link-button';
import { shownName } from '@/lib/core/shown-name';
import { readSignInLink } from '@/lib/invitation/queries';
import { admitsSample } from '@/lib/platform/local-request';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('viewer.link');
  return { title: t('title'), referrer: 'no-referrer' };
}

type Props = { params: Promise<{ token: string }>; searchParams: PageQuery };

/** A link from a mail. Opening it signs nobody in, so that a mail scanner uses nothing up: its button does. */
export default async function SignInLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const [t, locale, { csrf, next, problem }, link] = await Promise.all([
    getTranslations('viewer.link'),
    getLocale(),
    readFormPage(searchParams, 'invitation'),
    readSignInLink(token, { admitsSample: admitsSample(await headers()) }),
  ]);
  if (link?.state !== 'open') {
    const state = link?.state ?? 'unknown';
    return (
      <StrangerPage title={t(`state.${state}`)} intro={t('again')}>
        <LinkButton href="/sign-in/email" tone="primary" className="justify-self-start">
          {t('newLink')}
        </LinkButton>
      </StrangerPage>
    );
  }
  return (
    <StrangerPage title={t('title')} intro={t('as', { name: shownName(link, locale), email: link.email })}>
      <ClientMessages namespaces={['viewer']}>
        <SignInByLinkForm link={token} csrf={csrf} next={next} problem={problem} />
      </ClientMessages>
    </StrangerPage>
  );
}
