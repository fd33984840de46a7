import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { funnelPath } from '@/components/funnel/address';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { nameIn } from '@/lib/core/shown-name';

type Props = {
  slug: string;
  /** What the address says beside the startup. */
  params: Readonly<Record<string, string>>;
  startups: readonly { id: string; name: string; nameEn: string }[];
  chosen: string;
};

/** Whose pairs are counted and listed: one startup's, or all. */
export function StartupFilter({ slug, params, startups, chosen }: Props) {
  const t = useTranslations('wave.rows');
  const locale = useLocale();
  const kept = Object.entries(params).filter(([key]) => key !== 'startup');
  return (
    <Form action={`${funnelPath(slug)}/waves`} scroll={false} className="no-print flex items-end gap-2">
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Select
        key={chosen}
        label={t('filter')}
        name="startup"
        defaultValue={chosen}
        emptyLabel={t('all')}
        options={startups.map((startup) => ({ value: startup.id, label: nameIn(startup, locale) }))}
        className="w-52"
      />
      <Button type="submit">{t('apply')}</Button>
    </Form>
  );
}
