import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { clearRange, dayInZone, formatDay, typedTime, zoneName } from '@/lib/core/dates';
import type { SlotItem } from '@/lib/program/commands/slots';
import type { StageSetting } from '@/lib/program/queries/programs';
import { formatDayRange } from '../day-range';
import { SlotChips } from './slot-chips';

type Props = {
  slug: string;
  slots: readonly SlotItem[];
  stages: readonly StageSetting[];
  homeZone: string;
  canEdit: boolean;
};

/** The grid by stage and day of the stage's zone, as the venue reads it; home's hours beside where they differ. */
export function SlotDays({ slug, slots, stages, homeZone, canEdit }: Props) {
  const t = useTranslations('program.slots');
  const names = useTranslations('pair.stage');
  const locale = useLocale();
  const zoneOf = (stage: string) => stages.find((each) => each.stage === stage)?.timeZone ?? homeZone;
  const days = Map.groupBy(slots, (slot) => {
    return `${slot.stage} ${dayInZone(new Date(slot.startsAt), zoneOf(slot.stage))}`;
  });
  return [...days.values()].map((list) => {
    const [first, last] = [list[0], list.at(-1)];
    if (!first || !last) return null;
    const zone = zoneOf(first.stage);
    const start = new Date(first.startsAt);
    const day = formatDay(dayInZone(start, zone), locale);
    const title = t('caption', { stage: names(first.stage as never), day });
    return (
      <Panel
        key={`${first.stage} ${first.startsAt}`}
        look="plain"
        level={3}
        title={`${title} ${zoneName(start, zone)}`}
        note={[
          t('countOf', { count: list.length }),
          ...(zone === homeZone ? [] : [formatDayRange(start, new Date(last.endsAt), homeZone, locale)]),
        ].join(' · ')}
      >
        <SlotChips
          slug={slug}
          canEdit={canEdit}
          dayLabel={title}
          slots={list.map((slot) => ({
            id: slot.id,
            stage: slot.stage,
            day: dayInZone(new Date(slot.startsAt), zone),
            start: typedTime(new Date(slot.startsAt), zone),
            minutes: (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000,
            range: clearRange(new Date(slot.startsAt), new Date(slot.endsAt), zone),
          }))}
        />
      </Panel>
    );
  });
}
