import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TextLink } from './link-button';

/** One value of a filter in force, and the address of the same list without it. */
export type FilterChipLink = { key: string; label: string; href: string };

/** What narrows the list that stands below, each to be taken away by one press; nothing where nothing narrows it. */
export function FilterChips({ chips, clear }: { chips: readonly FilterChipLink[]; clear: string }) {
  const t = useTranslations('ui.filter');
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('inForce')} className="ui-chips no-print">
      {chips.map(({ key, label, href }) => (
        <li key={key}>
          <TextLink href={href} className="ui-filter-chip" aria-label={t('remove', { label })}>
            {label}
            <X aria-hidden="true" size={14} />
          </TextLink>
        </li>
      ))}
      <li>
        <TextLink href={clear}>{t('clear')}</TextLink>
      </li>
    </ul>
  );
}
