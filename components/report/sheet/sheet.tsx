import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/core/scope';
import type { Report } from '@/lib/report/rules/frozen';
import { SheetAdvanced } from './sheet-advanced';
import { SheetChanges } from './sheet-changes';
import { SheetConcentration } from './sheet-concentration';
import { SheetFlow } from './sheet-flow';
import { SheetLabel } from './sheet-label';
import { SheetMovers } from './sheet-movers';
import { SheetSums } from './sheet-sums';
import './sheet.css';

/** What every part of the page is made of: the report, the one before it, and the language the page is fixed to. */
export type SheetProps = { report: Report; previous: Report | null; locale: Locale; zone: string };

/** One A4 page of what was published: nothing on it is counted again. */
export async function Sheet(props: SheetProps) {
  const { report, locale } = props;
  const t = await getTranslations({ locale, namespace: 'report' });
  const { program } = report.figures;
  return (
    <article className="sheet grid content-start gap-[3mm]" lang={locale}>
      <header className="grid gap-[1.5mm]">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h1 className="text-[15pt] font-bold">{t('sheet.title')}</h1>
          <p className="sheet-small">{locale === 'ko' ? program.name : program.nameEn || program.name}</p>
        </div>
        <SheetLabel {...props} />
        <p className="border-s-4 border-ink ps-[3mm] py-[0.5mm] text-[11pt] font-medium break-keep">
          {locale === 'ko' ? report.sentenceKo : report.sentenceEn}
        </p>
      </header>
      <SheetFlow {...props} />
      <div className="sheet-columns">
        <SheetSums {...props} />
        <SheetConcentration {...props} />
        <SheetMovers {...props} />
        <SheetChanges {...props} />
      </div>
      <SheetAdvanced {...props} />
    </article>
  );
}
