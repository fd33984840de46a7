import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { searchOf } from './list-address';

type Props = {
  path: string;
  asked: Record<string, string>;
  title: string;
  text: string | null;
  action: ReactNode;
};

/** Nothing there yet, or nothing that matches: what to do first in either case. */
export function EmptyList({ path, asked, title, text, action }: Props) {
  const t = useTranslations('program.party');
  const { q, sector, ...rest } = asked;
  if (q || sector) {
    return (
      <EmptyState
        title={t('noMatch', { query: q ?? '' })}
        actions={<LinkButton href={path + searchOf(rest)}>{t('clear')}</LinkButton>}
      />
    );
  }
  return (
    <EmptyState title={title} actions={action}>
      {text}
    </EmptyState>
  );
}
