import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NewInvestorForm } from '@/components/investor/new-investor-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { canEditInvestors } from '@/lib/investor/policy';
import { requireProgram } from '@/lib/platform/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('investor.form'))('newTitle') };
}

export default async function NewInvestorPage({ params }: { params: Promise<{ program: string }> }) {
  const scope = await requireProgram((await params).program);
  if (!canEditInvestors(scope)) notFound();
  const t = await getTranslations('investor');
  const { slug } = scope.program;
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        back={{ href: `/programs/${slug}/investors`, label: t('list.title') }}
      />
      <ClientMessages namespaces={['program', 'startup', 'investor']}>
        <NewInvestorForm slug={slug} />
      </ClientMessages>
    </>
  );
}
