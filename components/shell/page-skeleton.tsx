import { useTranslations } from 'next-intl';
import { Skeleton, SkeletonTable } from '@/components/ui/skeleton';

/** The shape of a page while it is on its way: header, figures, rows. For the loading.tsx below a shell. */
export function PageSkeleton() {
  const t = useTranslations('shell');
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-8 w-56" />
      <div className="flex gap-8" aria-hidden="true">
        <Skeleton className="h-10 w-32" />
        <Skeleton className="h-10 w-24" />
        <Skeleton className="h-10 w-24" />
      </div>
      <SkeletonTable />
    </div>
  );
}
