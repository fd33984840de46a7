import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/shell/page-header';
import { FilterChips } from '@/components/ui/filter-chips';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { formatNumber } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { programName } from '@/lib/program/rules';
import { searchOf } from './list-address';
import { ListSearch } from './list-search';

type Props = {
  title: string;
  program: ProgramEntry;
  path: string;
  /** How many match. */
  total: number;
  asked: Record<string, string>;
  asOf?: ReactNode;
  actions?: ReactNode;
  filter?: ReactNode;
  /** Archived ones are the office's to see. */
  withArchive?: boolean;
};

/** Title, date, search, filter and the two views of a list of parties. */
export function ListHeader({
  title,
  program,
  path,
  total,
  asked,
  asOf,
  actions,
  filter,
  withArchive = true,
}: Props) {
  const t = useTranslations('program.party');
  const sector = useTranslations('startup.sector');
  const locale = useLocale();
  const { archived, q = '', ...rest } = asked;
  const chips = (['q', 'sector'] as const).flatMap((key) => {
    const value = asked[key];
    if (!value) return [];
    const label = key === 'q' ? `“${value}”` : sector.has(value as 'ai') ? sector(value as 'ai') : value;
    return [{ key, label, href: path + searchOf(without(asked, [key])) }];
  });
  const live = q ? { ...rest, q } : rest;
  return (
    <PageHeader
      title={title}
      subtitle={`${programName(program, locale)} · ${formatNumber(total)}`}
      asOf={asOf}
      actions={actions}
    >
      <div className="flex flex-wrap items-center gap-3">
        <ListSearch label={t('search')} value={q} params={archived ? { ...rest, archived } : rest} />
        {filter}
        {withArchive && (
          <SegmentedLinks
            label={t('views')}
            items={[
              { href: path + searchOf(live), label: t('live'), current: !archived },
              {
                href: path + searchOf({ ...live, archived: 'only' }),
                label: t('archived'),
                current: Boolean(archived),
              },
            ]}
          />
        )}
      </div>
      <FilterChips chips={chips} clear={path + searchOf(without(asked, ['q', 'sector']))} />
    </PageHeader>
  );
}

function without(asked: Record<string, string>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([key]) => !keys.includes(key)));
}
