import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { OwnWaves } from '@/components/wave/own-waves';
import { dayInZone } from '@/lib/core/zones';
import { requireProgram } from '@/lib/platform/gate';
import { listWaves } from '@/lib/wave/queries/list';

export async function generateMetadata() {
  return { title: (await getTranslations('wave.own'))('title') };
}

type Props = { params: Promise<{ program: string }> };

/** A startup's own pairs that are asked again; the office and managers have theirs below the funnel. */
export default async function OwnWavesPage({ params }: Props) {
  const scope = await requireProgram((await params).program);
  if (scope.role !== 'startup') notFound();
  const { waves } = await listWaves(scope, {});
  const t = await getTranslations('wave.own');
  const { slug, homeZone } = scope.program;
  return (
    <>
      <PageHeader title={t('title')} back={{ href: `/programs/${slug}`, label: t('back') }} />
      <ClientMessages namespaces={['wave']}>
        <OwnWaves waves={waves} today={dayInZone(new Date(), homeZone)} />
      </ClientMessages>
    </>
  );
}
