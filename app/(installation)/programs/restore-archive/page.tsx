import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RestoreArchive } from '@/components/program/restore-archive';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { requireRight } from '@/lib/platform/gate';
import { canRestoreArchive } from '@/lib/transfer/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('archive'))('title') };
}

export default async function RestoreArchivePage() {
  await requireRight(canRestoreArchive);
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t('archive.title')} back={{ href: '/programs', label: t('program.list.title') }} />
      <ClientMessages namespaces={['archive', 'program']}>
        <RestoreArchive />
      </ClientMessages>
    </>
  );
}
