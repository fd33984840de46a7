import { useTranslations } from 'next-intl';
import { Pagination } from '@/components/ui/pagination';
import { searchOf } from './list-address';

type Props = {
  path: string;
  /** The list's parameters, the page's cursor among them. */
  asked: Record<string, string>;
  shown: number;
  total: number;
  nextCursor: string | null;
};

/** How much of how many, and the way on; back from a later page leads to the first. */
export function ListFoot({ path, asked, shown, total, nextCursor }: Props) {
  const t = useTranslations('program.party');
  const { cursor, ...rest } = asked;
  if (!cursor && !nextCursor) return null;
  return (
    <Pagination
      label={t('pages')}
      status={t('range', { count: shown, total })}
      {...(cursor ? { previousHref: path + searchOf(rest) } : {})}
      {...(nextCursor ? { nextHref: path + searchOf({ ...rest, cursor: nextCursor }) } : {})}
    />
  );
}
