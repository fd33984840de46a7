import { getLocale, getTranslations } from 'next-intl/server';
import { ImportLink } from '@/components/import/import-link';
import { Availability } from '@/components/timetable/setup/availability';
import { bookedBy } from '@/components/timetable/setup/grid-lines';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { ProgramScope } from '@/lib/core/scope';
import { canImport } from '@/lib/import/policy';
import { listMeetings } from '@/lib/meeting/queries/list';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import type { TimetableOverview } from '@/lib/timetable/schema/stage';

type Props = { scope: ProgramScope; stage: MeetingStage; overview: TimetableOverview; canPlan: boolean };

export async function AvailabilityPart({ scope, stage, overview, canPlan }: Props) {
  const { slug } = scope.program;
  const [t, locale, grid] = await Promise.all([
    getTranslations('timetable-setup'),
    getLocale(),
    getBlackouts(scope, { stage }),
  ]);
  if (grid.slots.length === 0) {
    const toVenue = <LinkButton href={`/programs/${slug}/settings/venue`}>{t('facts.toVenue')}</LinkButton>;
    return <EmptyState title={t('availability.noSlots')} actions={canPlan && toVenue} />;
  }
  const meetings = await meetingsOf(scope, stage);
  const { zone, otherZone } = overview.setup;
  return (
    <Availability
      key={stage}
      {...{ stage, grid }}
      canPaint={canPlan}
      imports={canImport(scope) && <ImportLink slug={slug} kind="availability" />}
      zones={[zone, otherZone]}
      booked={bookedBy(meetings, grid.slots, locale)}
    />
  );
}

/** All that stand; a page of the agenda is not enough for a large day. */
async function meetingsOf(scope: ProgramScope, stage: MeetingStage) {
  const all = [];
  let cursor: string | null | undefined;
  do {
    const page = await listMeetings(scope, { stage, limit: 1000, ...(cursor ? { cursor } : {}) });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all.filter(({ state }) => state === 'scheduled' || state === 'held');
}
