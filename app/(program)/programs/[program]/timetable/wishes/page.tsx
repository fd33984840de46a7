import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { RawQuery } from '@/lib/core/address';
import { requireProgram } from '@/lib/platform/gate';
import { OfficeWishes } from './office-wishes';
import { StartupWishes } from './startup-wishes';

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable-setup.wishes'))('title') };
}

/** Whom to meet: the office weighs all pairs, a startup's people speak for their own. */
export default async function WishesPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (scope.startupId !== null) return <StartupWishes scope={scope} />;
  return <OfficeWishes scope={scope} query={await searchParams} />;
}
