import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

type Props = { slug: string; date: string; isNew: boolean; isNarrowed: boolean; canSetUp: boolean };

/** Nothing to draw: because nothing was set up yet, because of the filter, or because it is too early. */
export function FunnelEmpty({ slug, date, isNew, isNarrowed, canSetUp }: Props) {
  const t = useTranslations('funnel.empty');
  if (isNarrowed) return <EmptyState title={t('filtered', { date })} />;
  if (!isNew) return <EmptyState title={t('early', { date })} />;
  return (
    <EmptyState
      title={t('title')}
      actions={
        canSetUp && (
          <>
            <LinkButton tone="primary" href={`/programs/${slug}/startups`}>
              {t('startups')}
            </LinkButton>
            <LinkButton href={`/programs/${slug}/investors`}>{t('investors')}</LinkButton>
          </>
        )
      }
    >
      {t('text')}
    </EmptyState>
  );
}
