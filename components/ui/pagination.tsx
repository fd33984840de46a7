import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';

type PaginationProps = { label: string; previousHref?: string; nextHref?: string; status: ReactNode };

/** Previous and next as links, with where we are in words. */
export function Pagination({ label, previousHref, nextHref, status }: PaginationProps) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4 py-3">
      <span className="text-sm text-ink-2 tabular-nums">
        {status}
        {(previousHref || nextHref) && <span className="hidden print:inline"> · {t('thisPageOnly')}</span>}
      </span>
      <span className="flex gap-2">
        {previousHref && (
          <LinkButton
            size="sm"
            href={previousHref}
            rel="prev"
            icon={<ChevronLeft aria-hidden="true" size={16} />}
          >
            {t('previous')}
          </LinkButton>
        )}
        {nextHref && (
          <LinkButton size="sm" href={nextHref} rel="next">
            {t('next')}
            <ChevronRight aria-hidden="true" size={16} />
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
