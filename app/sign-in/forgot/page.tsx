import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestMailForm } from '@/components/invitation/request-mail-form';
import { StrangerPage } from '@/components/person/stranger-page';
import { ClientMessages } from '@/components/shell/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('viewer.forgot');
  return { title: t('title') };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('viewer.forgot');
  return (
    <StrangerPage title={t('title')} intro={t('text')}>
      <ClientMessages namespaces={['viewer']}>
        <RequestMailForm of="forgot" />
      </ClientMessages>
    </StrangerPage>
  );
}
