import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, readFormPage } from '@/app/api/auth/form-page';
import { RequestMailForm } from '@/components/invitation/request-mail-form';
import { StrangerPage } from '@/components/person/stranger-page';
import { ClientMessages } from '@/components/shell/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('viewer.byMail');
  return { title: t('title') };
}

export default async function EmailLinkPage({ searchParams }: { searchParams: PageQuery }) {
  const [t, { next }] = await Promise.all([
    getTranslations('viewer.byMail'),
    readFormPage(searchParams, 'invitation'),
  ]);
  return (
    <StrangerPage title={t('title')} intro={t('text')}>
      <ClientMessages namespaces={['viewer']}>
        <RequestMailForm of="byMail" next={next} />
      </ClientMessages>
    </StrangerPage>
  );
}
