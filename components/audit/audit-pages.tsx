import { useTranslations } from 'next-intl';
import { Pagination } from '@/components/ui/pagination';
import { type AuditAddress, askedOf } from '@/lib/audit/rules/address';

type Props = { address: AuditAddress; path: string; nextCursor: string | null; count: number };

/** On to earlier entries, and back to the latest. */
export function AuditPages({ address, path, nextCursor, count }: Props) {
  const t = useTranslations('audit');
  if (!nextCursor && !address.cursor) return null;
  const hrefOf = (cursor: string) => `${path}?${new URLSearchParams(askedOf({ ...address, cursor }))}`;
  return (
    <Pagination
      label={t('pages')}
      status={t('shown', { count })}
      previousHref={address.cursor ? hrefOf('') : undefined}
      nextHref={nextCursor ? hrefOf(nextCursor) : undefined}
    />
  );
}
