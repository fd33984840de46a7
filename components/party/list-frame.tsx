import { useLocale, useTranslations } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { formatNumber } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { listSearchOf } from './list-address';
import { ListSearch } from './list-search';

type HeaderProps = {
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
}: HeaderProps) {
  const t = useTranslations('party');
  const sector = useTranslations('startup.sector');
  const locale = useLocale();
  const { archived, q = '', ...rest } = asked;
  const chips = (['q', 'sector'] as const).flatMap((key) => {
    const value = asked[key];
    if (!value) return [];
    const label = key === 'q' ? `“${value}”` : sector.has(value as 'ai') ? sector(value as 'ai') : value;
    return [{ key, label, href: path + listSearchOf(without(asked, [key])) }];
  });
  const live = q ? { ...rest, q } : rest;
  return (
    <PageHeader
      title={title}
      subtitle={`${shownName(program, locale)} · ${formatNumber(total)}`}
      asOf={asOf}
      actions={actions}
    >
      <div className="flex flex-wrap items-center gap-3">
        <NuqsAdapter>
          <ListSearch label={t('search')} params={archived ? { ...rest, archived } : rest} />
        </NuqsAdapter>
        {filter}
        {withArchive && (
          <SegmentedLinks
            label={t('views')}
            items={[
              { href: path + listSearchOf(live), label: t('live'), current: !archived },
              {
                href: path + listSearchOf({ ...live, archived: 'only' }),
                label: t('archived'),
                current: Boolean(archived),
              },
            ]}
          />
        )}
      </div>
      <FilterChips chips={chips} clear={path + listSearchOf(without(asked, ['q', 'sector']))} />
    </PageHeader>
  );
}

function without(asked: Record<string, string>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([key]) => !keys.includes(key)));
}

type EmptyProps = {
  path: string;
  asked: Record<string, string>;
  title: string;
  text: string | null;
  action: ReactNode;
};

/** Nothing there yet, or nothing that matches: what to do first in either case. */
export function EmptyList({ path, asked, title, text, action }: EmptyProps) {
  const t = useTranslations('party');
  const { q, sector, ...rest } = asked;
  if (q || sector) {
    return (
      <EmptyState
        title={t('noMatch', { query: q ?? '' })}
        actions={<LinkButton href={path + listSearchOf(rest)}>{t('clear')}</LinkButton>}
      />
    );
  }
  return (
    <EmptyState title={title} actions={action}>
      {text}
    </EmptyState>
  );
}

type FootProps = {
  path: string;
  /** The list's parameters, the page's cursor among them. */
  asked: Record<string, string>;
  shown: number;
  total: number;
  nextCursor: string | null;
};

/** How much of how many, and the way on; back from a later page leads to the first. */
export function ListFoot({ path, asked, shown, total, nextCursor }: FootProps) {
  const t = useTranslations('party');
  const { cursor, ...rest } = asked;
  if (!cursor && !nextCursor) return null;
  return (
    <Pagination
      label={t('pages')}
      status={t('range', { count: shown, total })}
      {...(cursor ? { previousHref: path + listSearchOf(rest) } : {})}
      {...(nextCursor ? { nextHref: path + listSearchOf({ ...rest, cursor: nextCursor }) } : {})}
    />
  );
}
