import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { WhatIfScreen } from '@/components/timetable/repair/what-if-screen';
import { type TimetableParams, timetableOf } from '../load';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable-grid.whatIf'))('title') };
}

export default async function WhatIfPage({ params }: TimetableParams) {
  const { program, timetable } = await params;
  const { grid } = await timetableOf(program, timetable);
  const t = await getTranslations('timetable-grid.whatIf');
  const { slots, tables, startups, investors, setup } = grid;
  return (
    <ClientMessages namespaces={['timetable-grid']}>
      <PageHeader
        back={{ href: `/programs/${program}/timetable/${timetable}`, label: grid.timetable.name }}
        title={t('title')}
        subtitle={t('text')}
      />
      <WhatIfScreen timetableId={timetable} choices={{ slots, tables, startups, investors, setup }} />
    </ClientMessages>
  );
}
