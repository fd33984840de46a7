import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** Without a main session there is no day to count the months from. */
export function NoWaves({ slug, canSetUp }: { slug: string; canSetUp: boolean }) {
  const t = useTranslations('wave.empty');
  return (
    <EmptyState
      title={t('title')}
      actions={canSetUp && <LinkButton href={`/programs/${slug}/settings/stages`}>{t('open')}</LinkButton>}
    >
      {t('text')}
    </EmptyState>
  );
}
