import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { TimetableRules } from '@/lib/timetable/schema/stage';
import { RULES_FIELDS } from './rules-values';

/** The rules for whoever reads them only. */
export function RulesList({ rules }: { rules: TimetableRules }) {
  const t = useTranslations('timetable-setup.rules');
  return (
    <DescriptionList
      items={RULES_FIELDS.map((field) => ({
        term: t(`field.${field}`),
        detail: rules[field] === null || rules[field] === 0 ? t('none') : rules[field],
      }))}
    />
  );
}
