import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { comparedAddress, readCompared } from '@/components/timetable/address';
import { ComparisonScreen } from '@/components/timetable/compare/comparison-screen';
import type { RawQuery } from '@/lib/core/address';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canReadTimetables } from '@/lib/timetable/policy';
import { compareTimetables } from '@/lib/timetable/queries/compare';
import { getGrid } from '@/lib/timetable/queries/grid';

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable-grid.compare'))('heading') };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { program } = await params;
  const scope = await requireProgram(program);
  if (!canReadTimetables(scope)) notFound();
  const { from, to } = readCompared(await searchParams);
  if (to === null) notFound();
  const between = { to, ...(from !== null && { from }) };
  const [comparison, grid] = await orNotFound(
    Promise.all([compareTimetables(scope, between), getGrid(scope, { timetableId: to })]),
  );
  const path = comparedAddress(program, between);
  return <ComparisonScreen slug={program} {...{ comparison, grid, path }} />;
}
