import { ChevronDown } from 'lucide-react';
import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Popover } from '@/components/ui/popover';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { dayText } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import { type FunnelAddress, funnelHref, funnelPath, paramsOf } from './address';

type Props = {
  slug: string;
  address: FunnelAddress;
  today: Day;
  /** Where a period begins that nobody has chosen yet. */
  begins: Day;
};

/** Two readings of the funnel: all pairs of the program up to a day, or what came about between two days. */
export function ReadingChoice({ slug, address, today, begins }: Props) {
  const t = useTranslations('funnel-readings.reading');
  const period = address.from !== '';
  return (
    <>
      <SegmentedLinks
        label={t('label')}
        items={[
          { href: funnelHref(slug, { ...address, from: '' }), label: t('cohort'), current: !period },
          {
            href: funnelHref(slug, { ...address, from: address.from || begins }),
            label: t('period'),
            current: period,
          },
        ]}
      />
      {period && <PeriodDays {...{ slug, address, today }} />}
    </>
  );
}

function PeriodDays({ slug, address, today }: Omit<Props, 'begins'>) {
  const t = useTranslations('funnel-readings.period');
  const locale = useLocale();
  const written = (text: string) => dayText(text, locale);
  const { asOf, from, ...kept } = paramsOf(address);
  return (
    <Popover
      label={t('title')}
      place="end"
      className="w-72"
      trigger={
        <>
          <span className="tabular-nums">
            {t('range', { from: written(address.from), to: written(address.asOf) })}
          </span>
          <ChevronDown aria-hidden="true" size={14} />
        </>
      }
    >
      <Form key={`${from} ${asOf}`} action={funnelPath(slug)} scroll={false} className="grid gap-3">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DateInput label={t('from')} name="from" defaultValue={from} max={today} required />
        <DateInput label={t('to')} name="asOf" defaultValue={asOf} max={today} hint={t('hint')} required />
        <Button type="submit" tone="primary" size="sm">
          {t('apply')}
        </Button>
      </Form>
    </Popover>
  );
}
