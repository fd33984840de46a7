import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { type PageQuery, readFormPage } from '@/app/api/auth/form-page';
import { AcceptForm } from '@/components/invitation/accept-form';
import { WornLink } from '@/components/invitation/worn-link';
import { StrangerPage } from '@/components/person/stranger-page';
import { ClientMessages } from '@/components/shell/client-messages';
import { shownName } from '@/lib/core/shown-name';
import { readLink } from '@/lib/invitation/queries';
import { admitsSample } from '@/lib/platform/local-request';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitation.accept');
  return { title: t('title'), referrer: 'no-referrer' };
}

type Props = { params: Promise<{ token: string }>; searchParams: PageQuery };

/** A link from a mail. Reading it changes nothing, so a mail scanner that opens it uses nothing up. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { token } = await params;
  const [t, locale, form, link] = await Promise.all([
    getTranslations('invitation.accept'),
    getLocale(),
    readFormPage(searchParams, 'invitation'),
    readLink(token, { admitsSample: admitsSample(await headers()) }),
  ]);
  if (!link) notFound();
  if (link.state !== 'open') return <WornLink state={link.state} />;
  const { stays } = link;
  const intro = link.joined ? (
    <>
      <p>{t('again', { name: shownName(link, locale) })}</p>
      {stays.passkeys + stays.identities > 0 && <p>{t('stays', stays)}</p>}
    </>
  ) : (
    <>
      <p>{t('welcome', { name: shownName(link, locale) })}</p>
      {link.program && <p>{t('into', { program: shownName(link.program, locale) })}</p>}
    </>
  );
  return (
    <StrangerPage title={link.joined ? t('newTitle') : t('title')} intro={intro}>
      <ClientMessages namespaces={['invitation']}>
        <AcceptForm link={token} email={link.email} csrf={form.csrf} problem={form.problem} />
      </ClientMessages>
    </StrangerPage>
  );
}
