import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import type { Comparison } from '@/lib/timetable/schema/questions';
import { FiguresTable } from '../figures';
import { CompareGrid } from './compare-grid';
import { CountsLine, DifferenceList } from './difference-words';

type Props = { slug: string; comparison: Comparison; grid: TimetableGrid; path: string };

/** Two timetables of a stage against each other: in figures, meeting by meeting, and on the grid. */
export async function ComparisonScreen({ slug, comparison, grid, path }: Props) {
  const t = await getTranslations('timetable-grid.compare');
  const { from, to, items, counts, touched, figures } = comparison;
  const base = `/programs/${slug}/timetable`;
  const before = from ? t('version', { name: from.name, number: from.number ?? 0 }) : t('nothing');
  const columns = [
    ...(from && figures.from ? [{ label: before, figures: figures.from }] : []),
    { label: to.name, figures: figures.to },
  ];
  return (
    <ClientMessages namespaces={['timetable-grid']}>
      <PageHeader
        back={{ href: `${base}?stage=${to.stage}`, label: t('back') }}
        title={t('title', { name: to.name })}
        subtitle={t('against', { before })}
        actions={<LinkButton href={`${base}/${to.id}`}>{t('open')}</LinkButton>}
      >
        <p>
          <b>
            <CountsLine counts={counts} />
          </b>{' '}
          {items.length > 0 && (
            <span className="text-ink-2">
              {t('touched', { startups: touched.startups.length, investors: touched.investors.length })}
            </span>
          )}
        </p>
      </PageHeader>
      <div className="grid grid-cols-1 gap-6">
        {items.length === 0 && <EmptyState title={t('same')}>{t('sameText')}</EmptyState>}
        <CompareGrid grid={grid} items={items} path={path} />
        {items.length > 0 && (
          <Panel look="plain" title={t('each')}>
            <DifferenceList {...comparison} setup={grid.setup} />
          </Panel>
        )}
        <Panel look="plain" title={t('figures')}>
          <FiguresTable caption={t('figures')} columns={columns} />
        </Panel>
      </div>
    </ClientMessages>
  );
}
