import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import type { RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { requireProgram } from '@/lib/platform/gate';
import { ManagerPage } from './manager-page';
import { OfficePage } from './office-page';
import { StartupPage } from './startup-page';

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program } = await requireProgram((await params).program);
  return { title: shownName(program, await getLocale()) };
}

/** Home: to each role what it comes for. */
export default async function HomePage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (scope.role === 'startup') return <StartupPage scope={scope} />;
  if (scope.role === 'manager') return <ManagerPage scope={scope} query={await searchParams} />;
  return <OfficePage scope={scope} />;
}
