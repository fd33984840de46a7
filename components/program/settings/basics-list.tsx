import { useLocale, useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { formatDay, parseDay } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import type { ProgramItem } from '@/lib/program/queries/programs';

/** The same facts for those who only read them. */
export function BasicsList({ program }: { program: ProgramItem }) {
  const t = useTranslations('program.form');
  const settings = useTranslations('program.settings');
  const locale = useLocale();
  const day = program.asOfDefault ? parseDay(program.asOfDefault) : null;
  const items = (
    ['name', 'nameEn', 'slug', 'venue', 'venueEn', 'venueZone', 'homeZone', 'baseCurrency'] as const
  ).map((field) => ({ term: t(field), detail: program[field] || settings('notSet') }));
  const asOf = { term: t('asOfDefault'), detail: day ? formatDay(day, locale) : settings('today') };
  const { evidenceLimit, largeAmount, baseCurrency } = program;
  const limit = {
    term: t('evidenceLimit'),
    detail: evidenceLimit === null ? t('noLimit') : formatMoney(money(evidenceLimit, baseCurrency), locale),
  };
  const large = {
    term: t('largeAmount'),
    detail: largeAmount === null ? t('usualAmount') : formatMoney(money(largeAmount, baseCurrency), locale),
  };
  return <DescriptionList items={[...items, asOf, limit, large]} />;
}
