import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { isBareTableName } from '@/lib/meeting/rules';

type Props = { table: { name: string } | null; link: string | null };

/** The table by its name, else the link to the call; nothing where neither is set. */
export function PlaceName({ table, link }: Props) {
  const t = useTranslations('meeting');
  if (table)
    return <span>{t('table', { name: table.name, bare: isBareTableName(table.name) ? 'yes' : 'no' })}</span>;
  if (!link) return null;
  return (
    <TextLink href={link} target="_blank" rel="noreferrer">
      {t('link')}
    </TextLink>
  );
}
