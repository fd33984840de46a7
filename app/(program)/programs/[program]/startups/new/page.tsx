import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { NewStartupForm } from '@/components/startup/new-startup-form';
import { requireProgram } from '@/lib/platform/gate';
import { canAddStartups } from '@/lib/startup/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('startup.form'))('newTitle') };
}

export default async function NewStartupPage({ params }: { params: Promise<{ program: string }> }) {
  const scope = await requireProgram((await params).program);
  if (!canAddStartups(scope)) notFound();
  const t = await getTranslations('startup');
  const { slug } = scope.program;
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        back={{ href: `/programs/${slug}/startups`, label: t('list.title') }}
      />
      <ClientMessages namespaces={['program', 'startup']}>
        <NewStartupForm slug={slug} />
      </ClientMessages>
    </>
  );
}
