import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ScoreRecordTable } from '@/components/match/score-record-table';
import { suggestionsAddress } from '@/components/match/suggestion-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import type { RawQuery } from '@/lib/core/address';
import { parseDay } from '@/lib/core/days';
import { shownName } from '@/lib/core/shown-name';
import { canReadSuggestions } from '@/lib/match/policy';
import { getScoreRecord } from '@/lib/match/queries/score-record';
import { requireProgram } from '@/lib/platform/gate';

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('match.record'))('title') };
}

/** What became of high and low scores: wishes, meetings and money by tenth. */
export default async function ScoreRecordPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canReadSuggestions(scope)) notFound();
  const asked = parseDay(String((await searchParams).day ?? ''));
  const [t, locale, record] = await Promise.all([
    getTranslations('match.record'),
    getLocale(),
    getScoreRecord(scope, asked ? { day: asked } : {}),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: suggestionsAddress(scope.program.slug), label: t('back') }}
        title={t('title')}
        subtitle={shownName(scope.program, locale)}
      />
      <ClientMessages>
        <form className="flex flex-wrap items-end gap-2 pb-4">
          <DateInput label={t('day')} name="day" defaultValue={record.day} />
          <Button type="submit">{t('show')}</Button>
        </form>
        <ScoreRecordTable record={record} />
      </ClientMessages>
    </>
  );
}
