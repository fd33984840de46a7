import { getTranslations } from 'next-intl/server';
import { BookMeetingButton } from '@/components/meeting/book-meeting-button';
import { RampTile } from '@/components/ui/ramp-tile';
import { dayInZone, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/scope';
import { isClosed, MEETING_STAGES, STAGE_TABLE } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { StageLogEntry } from '@/lib/pair/schema/history';
import { toneOfStage } from '../stage-tone';
import type { Zones } from '../zoned-time';
import { isNear, standingAt } from './standing';
import { type MeetingOfStep, type MeetingRights, type OutcomeOfStep, StepMeeting } from './step-meeting';

type Props = {
  slug: string;
  pair: PairItem & {
    events: readonly StageLogEntry[];
    meetings: readonly MeetingOfStep[];
    outcomes: readonly OutcomeOfStep[];
  };
  /** Who meets whom, for the meetings' own dialogs. */
  title: string;
  zones: Zones;
  locale: Locale;
  can: MeetingRights;
  now: Date;
};

/** The four stages side by side, each with its meetings: when, where, how it ended. */
export async function StageSteps({ slug, pair, title, ...shown }: Props) {
  const t = await getTranslations('pair');
  const { zones, locale, can } = shown;
  return (
    <section aria-label={t('page.stages')}>
      <h2 className="sr-only">{t('page.stages')}</h2>
      <ol className="pair-steps">
        {MEETING_STAGES.map((stage) => {
          const meetings = pair.meetings.filter((meeting) => meeting.stage === stage);
          const wasHeld = meetings.some((meeting) => meeting.state === 'held');
          const standing = standingAt(stage, pair, wasHeld);
          const isReached = standing === 'done' || standing === 'current';
          const since = pair.events.findLast((event) => event.to === stage && !event.voided);
          const isBookable =
            can.book &&
            !isClosed(pair.status) &&
            isNear(stage, pair.stage) &&
            meetings.every((meeting) => meeting.state !== 'scheduled' && meeting.state !== 'held');
          return (
            <li
              key={stage}
              className="pair-step"
              data-standing={standing}
              aria-current={standing === 'current' ? 'step' : undefined}
            >
              <h3 className="flex items-center gap-2">
                <RampTile tone={isReached ? toneOfStage(stage) : '0'} sign={STAGE_TABLE[stage].sign} />
                <span className="font-bold">{t(`stage.${stage}`)}</span>
              </h3>
              <p className="text-xs text-ink-2">
                {t(`page.standing.${standing}`)}
                {since && isReached && ` · ${t('page.since', { date: dayOf(since.effectiveAt) })}`}
              </p>
              {standing === 'current' && can.book && !isClosed(pair.status) && pair.gates.length > 0 && (
                <p className="text-sm text-ink-2">
                  {t('page.lacks', {
                    what: pair.gates.map((gate) => t(`page.gate.${gate.needs}`)).join(', '),
                  })}
                </p>
              )}
              {meetings.map((meeting) => (
                <StepMeeting
                  key={meeting.id}
                  {...shown}
                  slug={slug}
                  title={title}
                  meeting={meeting}
                  outcome={pair.outcomes.find((o) => o.meetingId === meeting.id && o.stands) ?? null}
                />
              ))}
              {isBookable && (
                <div className="no-print">
                  <BookMeetingButton
                    zones={zones}
                    pairId={pair.id}
                    stage={stage}
                    tone="secondary"
                    label={t('page.book')}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );

  function dayOf(instant: string): string {
    return formatDay(dayInZone(new Date(instant), zones[1]), locale);
  }
}
