import { useTranslations } from 'next-intl';
import { Skeleton, SkeletonText } from '@/components/ui/skeleton';

/** The shape of a pair's page while it is read: names, four stages, the next step, the ladder and the notes. */
export default function Loading() {
  const t = useTranslations('shell');
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-7 w-72" />
      <div className="grid gap-8 sm:grid-cols-2">
        <SkeletonText lines={2} />
        <SkeletonText lines={2} />
      </div>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        {['1', '2', '3', '4'].map((stage) => (
          <div key={stage} className="border-t-[3px] border-line-2 pt-3">
            <SkeletonText lines={3} />
          </div>
        ))}
      </div>
      <Skeleton className="h-16 w-full" />
      <div className="grid gap-10 lg:grid-cols-[1fr_22rem]">
        <SkeletonText lines={8} />
        <SkeletonText lines={4} />
      </div>
    </div>
  );
}
