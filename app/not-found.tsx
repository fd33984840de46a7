import { getTranslations } from 'next-intl/server';
import { Logo } from '@/components/shell/logo';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** Not found and not yours look the same, and say so. */
export default async function NotFound() {
  const t = await getTranslations('shell');
  return (
    <main className="mx-auto grid max-w-2xl gap-8 px-6 py-16">
      <title>{`${t('notFoundTitle')} · Roundtable`}</title>
      <Logo size={32} />
      <EmptyState
        title={<h1>{t('notFoundTitle')}</h1>}
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
