import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readSheetAddress, reportHref, sheetHref } from '@/components/report/address';
import { PrintButton } from '@/components/report/sheet/print-button';
import { ReportSheet } from '@/components/report/sheet/sheet';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import type { RawQuery } from '@/lib/core/address';
import { LOCALES } from '@/lib/core/locale';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canSeeReports } from '@/lib/report/policy';
import { getReport } from '@/lib/report/queries/get';

type Props = { params: Promise<{ program: string; number: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: `${t('sheet.title')} ${t('number', { number: (await params).number })}` };
}

/** The page for the desk: one A4 sheet, in the reader's language or the one the address names. */
export default async function SheetPage({ params, searchParams }: Props) {
  const { program, number } = await params;
  const scope = await requireProgram(program);
  if (!canSeeReports(scope)) notFound();
  const locale = readSheetAddress(await searchParams).lang ?? (await getLocale());
  const report = await orNotFound(getReport(scope, { number }));
  const before = report.figures.previous;
  const previous = before === null ? null : await orNotFound(getReport(scope, { number: before }));
  const t = await getTranslations('report');
  const { slug, homeZone } = scope.program;
  return (
    <>
      <div className="no-print mx-auto flex max-w-[210mm] flex-wrap items-center justify-between gap-3 pb-4">
        <LinkButton href={reportHref(slug, report.number)}>
          {t('number', { number: report.number })}
        </LinkButton>
        <div className="flex flex-wrap gap-2">
          <SegmentedLinks
            label={t('sheet.language')}
            items={LOCALES.map((each) => ({
              href: sheetHref(slug, report.number, each),
              label: t(each === 'ko' ? 'korean' : 'english'),
              current: each === locale,
            }))}
          />
          <PrintButton label={t('sheet.print')} />
        </div>
      </div>
      <ReportSheet report={report} previous={previous} locale={locale} zone={homeZone} />
    </>
  );
}
