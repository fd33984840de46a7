'use client';

import { useLocale, useTranslations } from 'next-intl';
import { partiesPath } from '@/components/party/kinds';
import { TextLink } from '@/components/ui/link-button';
import { shownName } from '@/lib/core/shown-name';
import type { Incomplete } from '@/lib/match/schema';

type Props = { slug: string; incomplete: readonly Incomplete[]; count: number };

/** Whose terms are missing, and where to fill them in. */
export function MissingTerms({ slug, incomplete, count }: Props) {
  const t = useTranslations('match.missing');
  const locale = useLocale();
  return (
    <details className="rounded-md border border-line px-4 py-3">
      <summary className="cursor-pointer font-medium">{t('title', { count })}</summary>
      <p className="pt-2 text-sm text-ink-2">{t('text')}</p>
      <ul className="grid gap-1 pt-2 text-sm">
        {incomplete.map(({ kind, id, missing, ...names }) => (
          <li key={id}>
            <TextLink href={`${partiesPath(slug, kind)}/${id}/edit`}>{shownName(names, locale)}</TextLink>
            <span className="text-ink-2"> {missing.map((term) => t(`term.${term}`)).join(', ')}</span>
          </li>
        ))}
      </ul>
      {count > incomplete.length && (
        <p className="pt-2 text-sm text-ink-2">{t('more', { count: count - incomplete.length })}</p>
      )}
    </details>
  );
}
