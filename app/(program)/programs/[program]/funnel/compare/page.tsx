import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readCompareAddress, readFunnelAddress } from '@/components/funnel/address';
import { CompareChoice } from '@/components/funnel/compare-choice';
import { CompareScreen } from '@/components/funnel/compare-screen';
import { FunnelHeader } from '@/components/funnel/funnel-header';
import type { RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { requireProgram } from '@/lib/platform/gate';
import { loadHead } from '../load-head';
import { dayOfOther, loadTwoDates, loadTwoPrograms, otherScopes, secondDay } from './load';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel-readings'))('compare.title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export default async function ComparePage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canSeeFunnel(scope)) notFound();
  const query = await searchParams;
  const locale = await getLocale();
  const head = await loadHead(scope, readFunnelAddress(query));
  const { address, today, facets, marks } = head;
  const asked = readCompareAddress(query);
  const others = otherScopes(scope);
  // A name from the address opens nothing by itself: only what the viewer's own list of programs holds.
  const other = others.find(({ program }) => program.slug === asked.program) ?? null;
  const withDay = other ? dayOfOther(other, asked.with) : secondDay(asked.with, head);
  const [first, second] = other
    ? await loadTwoPrograms(scope, other, head, withDay, locale)
    : await loadTwoDates(scope, head, withDay, locale);
  const more = { ...(other && { program: other.program.slug }), with: withDay };
  return (
    <>
      <FunnelHeader
        program={scope.program}
        place="compare"
        filter={!other}
        {...{ address, today, facets, marks, more }}
      />
      <div className="grid gap-6">
        <CompareChoice
          slug={scope.program.slug}
          program={other?.program.slug ?? null}
          latest={today}
          others={others.map(({ program }) => ({
            slug: program.slug,
            name: shownName(program, locale),
            zone: program.homeZone,
          }))}
          {...{ address, withDay }}
        />
        <CompareScreen {...{ first, second, address }} />
      </div>
    </>
  );
}
