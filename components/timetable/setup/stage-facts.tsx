import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { formatDay, parseDay, zoneName } from '@/lib/core/dates';
import type { TimetableOverview } from '@/lib/timetable/schema/stage';

type Props = { slug: string; overview: Pick<TimetableOverview, 'setup' | 'slots' | 'tables'> };

/** The days, slots and tables the stage has already, and the ways to where they are set. */
export function StageFacts({ slug, overview: { setup, slots, tables } }: Props) {
  const t = useTranslations('timetable-setup.facts');
  const locale = useLocale();
  const day = (text: string) => {
    const read = parseDay(text);
    return read ? formatDay(read, locale) : text;
  };
  const days = setup.startsOn === setup.endsOn ? [setup.startsOn] : [setup.startsOn, setup.endsOn];
  const zone = zoneName(new Date(slots[0]?.startsAt ?? `${setup.startsOn}T12:00:00Z`), setup.zone);
  const facts = [
    `${days.map(day).join(' – ')} ${zone}`,
    t('slots', { count: slots.length, minutes: setup.meetingMinutes }),
    setup.usesTables ? t('tables', { count: tables.length }) : t('links'),
  ];
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span>{facts.join(' · ')}</span>
      <span className="flex flex-wrap gap-x-4">
        <TextLink href={`/programs/${slug}/settings/stages`}>{t('toStages')}</TextLink>
        <TextLink href={`/programs/${slug}/settings/venue`}>{t('toVenue')}</TextLink>
      </span>
    </p>
  );
}
