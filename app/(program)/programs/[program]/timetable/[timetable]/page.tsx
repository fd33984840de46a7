import type { Metadata } from 'next';
import { ClientMessages } from '@/components/shell/client-messages';
import { TimetableScreen } from '@/components/timetable/timetable-screen';
import { canPlan } from '@/lib/timetable/policy';
import { getRun } from '@/lib/timetable/queries/run';
import { type TimetableParams, timetableOf } from './load';

export async function generateMetadata({ params }: TimetableParams): Promise<Metadata> {
  const { program, timetable } = await params;
  return { title: (await timetableOf(program, timetable)).grid.timetable.name };
}

export default async function TimetablePage({ params }: TimetableParams) {
  const { program, timetable } = await params;
  const { scope, grid } = await timetableOf(program, timetable);
  const { run } = await getRun(scope, { timetableId: timetable });
  return (
    <ClientMessages namespaces={['timetable-grid', 'export']}>
      <TimetableScreen
        key={timetable}
        slug={program}
        homeZone={scope.program.homeZone}
        initial={grid}
        run={run}
        canPlan={canPlan(scope)}
      />
    </ClientMessages>
  );
}
