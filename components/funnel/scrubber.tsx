import { ChevronLeft, ChevronRight } from 'lucide-react';
import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { formatDay, formatDayShort, yearOf } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { PlayedLife, ProgramLife } from '@/lib/funnel/rules/life';
import { type FunnelAddress, funnelHref, funnelPath, paramsOf } from './address';
import { DayScrubber } from './day-scrubber';
import { changeAfter, changeBefore } from './player-steps';

type Props = { slug: string; address: FunnelAddress; life: PlayedLife };

/** The life of the program day by day, under the picture; without script a form with a button. */
export function Scrubber({ slug, address, life }: Props) {
  const t = useTranslations('funnel.scrub');
  const locale = useLocale();
  const play = useTranslations('funnel-time.play');
  const { start, end, shown, changes } = life;
  const { asOf: _, ...params } = paramsOf(address);
  const to = (day: Day) => funnelHref(slug, { ...address, asOf: day });
  const [earlier, later] = [changeBefore(changes, shown, start), changeAfter(changes, shown, end)];
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
        words={{
          ...{ play: play('play'), pause: play('pause'), again: play('again') },
          ...{ speed: play('speed'), hint: play('hint') },
        }}
        said={{ end: play('end', { date: '{date}' }), paused: play('at', { date: '{date}' }) }}
        {...{ locale, start, end, shown, changes }}
      >
        {earlier && (
          <LinkButton size="sm" href={to(earlier)} scroll={false}>
            <ChevronLeft aria-hidden="true" size={16} />
            {play('before')}
          </LinkButton>
        )}
        {later && (
          <LinkButton size="sm" href={to(later)} scroll={false}>
            {play('after')}
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
          {formatDayShort(day, locale, yearOf(end))}{' '}
          {stage ? stageName(stage) : t('wave', { months: months ?? 0 })}
        </li>
      ))}
      <li className="absolute end-0 border-e border-line-3 pe-1 leading-4">{formatDay(end, locale)}</li>
    </ul>
  );
}
