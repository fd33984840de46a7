import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { EditStartupForm } from '@/components/startup/edit-startup-form';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { programName } from '@/lib/program/rules';
import { canEditStartups } from '@/lib/startup/policy';
import { getStartup } from '@/lib/startup/queries/item';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('startup.form'))('editTitle') };
}

type Props = { params: Promise<{ program: string; startup: string }> };

export default async function EditStartupPage({ params }: Props) {
  const { program, startup: startupId } = await params;
  const scope = await requireProgram(program);
  if (!canEditStartups(scope)) notFound();
  const startup = await orNotFound(getStartup(scope, { startupId }));
  const [locale, t] = await Promise.all([getLocale(), getTranslations('startup.form')]);
  const { slug } = scope.program;
  const { name, nameEn, sector, summary, summaryEn, website } = startup;
  return (
    <>
      <PageHeader
        title={t('editTitle')}
        back={{ href: `/programs/${slug}/startups/${startupId}`, label: programName(startup, locale) }}
      />
      <ClientMessages namespaces={['program', 'startup']}>
        <EditStartupForm
          slug={slug}
          startupId={startupId}
          version={startup.version}
          initial={{ name, nameEn, sector, summary, summaryEn, website }}
        />
      </ClientMessages>
    </>
  );
}
