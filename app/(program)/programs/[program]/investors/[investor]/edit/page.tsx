import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EditInvestorForm } from '@/components/investor/edit-investor-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { canEditInvestors } from '@/lib/investor/policy';
import { getInvestor } from '@/lib/investor/queries/item';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('investor.form'))('editTitle') };
}

type Props = { params: Promise<{ program: string; investor: string }> };

export default async function EditInvestorPage({ params }: Props) {
  const { program, investor: investorId } = await params;
  const scope = await requireProgram(program);
  if (!canEditInvestors(scope)) notFound();
  const investor = await orNotFound(getInvestor(scope, { investorId }));
  const t = await getTranslations('investor.form');
  const { slug } = scope.program;
  const { name, city, focus, summary, website } = investor;
  return (
    <>
      <PageHeader
        title={t('editTitle')}
        back={{ href: `/programs/${slug}/investors/${investorId}`, label: investor.name }}
      />
      <ClientMessages namespaces={['program', 'startup', 'investor']}>
        <EditInvestorForm
          slug={slug}
          investorId={investorId}
          version={investor.version}
          initial={{ name, city, focus, summary, website }}
        />
      </ClientMessages>
    </>
  );
}
