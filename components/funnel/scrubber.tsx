import { ChevronLeft, ChevronRight } from 'lucide-react';
import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { addDays, daysBetween, formatDay, formatDayShort } from '@/lib/core/dates';
import type { ProgramLife } from '@/lib/funnel/rules/life';
import { type FunnelAddress, funnelHref, funnelPath, paramsOf } from './address';
import { DayScrubber } from './day-scrubber';

type Props = { slug: string; address: FunnelAddress; life: ProgramLife };

/** The life of the program day by day, under the picture; without script a form with a button. */
export function Scrubber({ slug, address, life }: Props) {
  const t = useTranslations('funnel.scrub');
  const locale = useLocale();
  const { start, end, shown } = life;
  const last = daysBetween(start, end);
  const { asOf: _, ...params } = paramsOf(address);
  const to = (days: number) => funnelHref(slug, { ...address, asOf: addDays(shown, days) });
  const before = `${funnelHref(slug, { ...address, asOf: '' })}`;
  return (
    <Form action={funnelPath(slug)} scroll={false} className="no-print grid gap-2">
      {Object.entries(params).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DayScrubber
        label={t('label')}
        hrefBefore={before + (before.includes('?') ? '&' : '?')}
        marks={<Marks life={life} />}
        {...{ locale, start, last, value: daysBetween(start, shown) }}
      >
        {shown > start && (
          <LinkButton size="sm" href={to(-1)} scroll={false}>
            <ChevronLeft aria-hidden="true" size={16} />
            {t('before')}
          </LinkButton>
        )}
        {shown < end && (
          <LinkButton size="sm" href={to(1)} scroll={false}>
            {t('after')}
            <ChevronRight aria-hidden="true" size={16} />
          </LinkButton>
        )}
        <noscript>
          <Button type="submit" size="sm">
            {t('apply')}
          </Button>
        </noscript>
      </DayScrubber>
    </Form>
  );
}

function Marks({ life: { marks, end } }: { life: ProgramLife }) {
  const t = useTranslations('funnel.scrub');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  return (
    <ul className="relative h-8 text-2xs text-ink-2 max-sm:hidden">
      {marks.map(({ stage, months, day, at, row, before }) => (
        <li
          key={day}
          className={classNames(
            'absolute border-line-3 leading-4 whitespace-nowrap',
            before ? 'border-e pe-1' : 'border-s ps-1',
          )}
          style={{
            [before ? 'insetInlineEnd' : 'insetInlineStart']: `${(before ? 1 - at : at) * 100}%`,
            insetBlockStart: `${row}rem`,
          }}
        >
          {formatDayShort(day, locale)} {stage ? stageName(stage) : t('wave', { months: months ?? 0 })}
        </li>
      ))}
      <li className="absolute end-0 border-e border-line-3 pe-1 leading-4">{formatDay(end, locale)}</li>
    </ul>
  );
}
