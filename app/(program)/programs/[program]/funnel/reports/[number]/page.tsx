import { FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sheetHref } from '@/components/report/address';
import { FrozenStages, FrozenSums } from '@/components/report/frozen-figures';
import { clocksText } from '@/components/report/report-words';
import { SentenceTexts } from '@/components/report/sentences';
import { ChangesSince, Proof } from '@/components/report/since';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { WHOLE_LIST } from '@/lib/core/fields';
import { shownName } from '@/lib/core/shown-name';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canSeeReports } from '@/lib/report/policy';
import { getReportChanges } from '@/lib/report/queries/changes';
import { getReport } from '@/lib/report/queries/get';

type Props = { params: Promise<{ program: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: `${t('title')} ${t('number', { number: (await params).number })}` };
}

/** What was published under a number, whether it can still be counted, and what has come to be known since. */
export default async function ReportPage({ params }: Props) {
  const { program, number: asked } = await params;
  const scope = await requireProgram(program);
  if (!canSeeReports(scope)) notFound();
  const [report, changes] = await orNotFound(
    Promise.all([
      getReport(scope, { number: asked }),
      getReportChanges(scope, { number: asked, limit: WHOLE_LIST }),
    ]),
  );
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()]);
  const { slug, homeZone, venueZone } = scope.program;
  const { funnel, parties } = report.figures;
  const { asOf, knownAt, at } = clocksText(report, homeZone, locale);
  const number = t('number', { number: report.number });
  return (
    <>
      <PageHeader
        title={`${t('title')} ${number}`}
        subtitle={t('label', { asOf, knownAt })}
        back={{ href: `/programs/${slug}/funnel/reports`, label: t('title') }}
        actions={
          <LinkButton href={sheetHref(slug, report.number)} icon={<FileText aria-hidden="true" size={16} />}>
            {t('sheet.open')}
          </LinkButton>
        }
      >
        <p className="text-sm text-ink-2">
          {t('publishedBy', { at, by: report.by ? shownName(report.by, locale) : t('somebody') })}
          {report.note && ` · ${report.note}`}
        </p>
      </PageHeader>
      <div className="grid gap-6">
        <Panel title={t('sentenceTitle')}>
          <ClientMessages namespaces={['report']}>
            <SentenceTexts ko={report.sentenceKo} en={report.sentenceEn} />
          </ClientMessages>
        </Panel>
        <Panel title={t('figures.title')} note={t('label', { asOf, knownAt })}>
          <div className="grid items-start gap-6 2xl:grid-cols-2">
            <FrozenStages funnel={funnel} />
            <FrozenSums funnel={funnel} />
          </div>
          <p className="text-xs text-ink-2">
            {t('figures.note')}.{' '}
            {t('figures.parties', { startups: parties.startups.length, investors: parties.investors.length })}
          </p>
        </Panel>
        <Proof recount={changes.recount} isOlderRule={changes.isOlderRule} />
        <ChangesSince slug={slug} zones={[venueZone, homeZone]} asOf={report.asOf} changes={changes} />
      </div>
    </>
  );
}
