import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { RepairScreen } from '@/components/timetable/repair/repair-screen';
import { canPlan } from '@/lib/timetable/policy';
import { type TimetableParams, timetableOf } from '../load';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable-grid.repair'))('title') };
}

export default async function RepairPage({ params }: TimetableParams) {
  const { program, timetable } = await params;
  const { scope, grid } = await timetableOf(program, timetable);
  if (!canPlan(scope) || grid.timetable.state !== 'published') notFound();
  const t = await getTranslations('timetable-grid.repair');
  const { slots, tables, startups, investors, setup } = grid;
  return (
    <ClientMessages namespaces={['timetable-grid']}>
      <PageHeader
        back={{ href: `/programs/${program}/timetable/${timetable}`, label: grid.timetable.name }}
        title={t('title')}
      />
      <RepairScreen
        slug={program}
        stage={grid.timetable.stage}
        choices={{ slots, tables, startups, investors, setup }}
      />
    </ClientMessages>
  );
}
