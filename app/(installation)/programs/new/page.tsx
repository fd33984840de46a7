import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewProgramForm } from '@/components/program/new-program-form';
import { zoneOptions } from '@/components/program/zone-options';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { dayInZone } from '@/lib/core/zones';
import { requireRight } from '@/lib/platform/gate';
import { canCreatePrograms } from '@/lib/program/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program.form'))('newTitle') };
}

export default async function NewProgramPage() {
  await requireRight(canCreatePrograms);
  const t = await getTranslations('program');
  return (
    <>
      <PageHeader title={t('form.newTitle')} back={{ href: '/programs', label: t('list.title') }} />
      <ClientMessages namespaces={['program']}>
        <NewProgramForm zones={zoneOptions()} day={dayInZone(new Date(), 'Asia/Seoul')} />
      </ClientMessages>
    </>
  );
}
