import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** Not found and not yours look the same, and say so. */
export default async function NotFound() {
  const t = await getTranslations('shell');
  return (
    <main className="mx-auto grid max-w-2xl gap-4 px-6 py-16">
      <title>{`${t('notFoundTitle')} · Roundtable`}</title>
      <h1 className="sr-only">{t('notFoundTitle')}</h1>
      <EmptyState
        title={t('notFoundTitle')}
        actions={
          <LinkButton href="/" tone="primary">
            {t('goHome')}
          </LinkButton>
        }
      >
        <p>{t('notFoundText')}</p>
      </EmptyState>
    </main>
  );
}
