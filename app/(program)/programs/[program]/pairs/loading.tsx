import { getTranslations } from 'next-intl/server';
import { Skeleton } from '@/components/ui/skeleton';

const ROWS = Array.from({ length: 15 }, (_, row) => row);

/** The shape of the matrix while its squares are on their way. */
export default async function Loading() {
  const t = await getTranslations('shell');
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{t('loading')}</span>
      <div aria-hidden="true" className="flex justify-between gap-4">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="h-8 w-96 max-md:w-32" />
      </div>
      <div aria-hidden="true" className="flex gap-8">
        <Skeleton className="h-10 w-40" />
        <Skeleton className="h-10 w-24" />
        <Skeleton className="h-10 w-24" />
      </div>
      <div aria-hidden="true" className="grid gap-1 pt-24 max-md:pt-4">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-6 w-full" />
        ))}
      </div>
    </div>
  );
}
