import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** In the place of the form where the server would take nothing it offers. Needs the messages of `outcome`. */
export function NothingToLog({ why, slug }: { why: 'cancelled' | 'byOffice'; slug: string }) {
  const t = useTranslations('outcome');
  const back = <LinkButton href={`/programs/${slug}/meetings/outcomes`}>{t('saved.list')}</LinkButton>;
  return (
    <EmptyState title={t(`${why}.title`)} actions={back}>
      {t(`${why}.text`)}
    </EmptyState>
  );
}
