import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RampTile } from '@/components/ui/ramp-tile';
import { dayInZone, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/scope';
import type { PairItem } from '@/lib/pair/rules/item';
import { isLaterStage, MEETING_STAGES, type MeetingStage, STAGE_TABLE } from '@/lib/pair/rules/stages';
import type { StageLogEntry } from '@/lib/pair/rules/story';
import { toneOfStage } from '../stage-tone';
import type { Zones } from '../zoned-time';
import { type MeetingOfStep, type OutcomeOfStep, StepMeeting } from './step-meeting';

export type Standing = 'done' | 'current' | 'skipped' | 'ahead';

/** How far a pair has come, seen from one stage: gone through, left out, standing here, or still ahead. */
export function standingAt(
  stage: MeetingStage,
  pair: Pick<PairItem, 'stage'> & { events: readonly StageLogEntry[] },
  wasHeld: boolean,
): Standing {
  if (stage === pair.stage) return 'current';
  if (isLaterStage(stage, pair.stage)) return 'ahead';
  return wasHeld || pair.events.some((event) => event.to === stage && !event.voided) ? 'done' : 'skipped';
}

type Props = {
  slug: string;
  pair: Pick<PairItem, 'stage'> & { events: readonly StageLogEntry[] };
  meetings: readonly MeetingOfStep[];
  outcomes: readonly OutcomeOfStep[];
  zones: Zones;
  locale: Locale;
  canRecord: boolean;
  now: Date;
  /** The button that books a meeting of a stage; nothing for those who may not. */
  book: (stage: MeetingStage) => ReactNode;
};

/** The four stages side by side, each with its meetings: when, where, how it ended. */
export async function StageSteps({ slug, pair, meetings, outcomes, book, ...shown }: Props) {
  const t = await getTranslations('pair');
  return (
    <section aria-label={t('page.stages')}>
      <h2 className="sr-only">{t('page.stages')}</h2>
      <ol className="pair-steps">
        {MEETING_STAGES.map((stage) => {
          const ofStage = meetings.filter((meeting) => meeting.stage === stage);
          const standing = standingAt(
            stage,
            pair,
            ofStage.some((meeting) => meeting.state === 'held'),
          );
          const since = pair.events.findLast((event) => event.to === stage && !event.voided);
          return (
            <li
              key={stage}
              className="pair-step"
              data-standing={standing}
              aria-current={standing === 'current' ? 'step' : undefined}
            >
              <h3 className="flex items-center gap-2">
                <RampTile
                  tone={standing === 'done' || standing === 'current' ? toneOfStage(stage) : '0'}
                  sign={STAGE_TABLE[stage].sign}
                />
                <span className="font-bold">{t(`stage.${stage}`)}</span>
              </h3>
              <p className="text-xs text-ink-2">
                {t(`page.standing.${standing}`)}
                {since && (standing === 'done' || standing === 'current') && (
                  <>
                    {' · '}
                    {t('page.since', {
                      date: formatDay(dayInZone(new Date(since.effectiveAt), shown.zones[1]), shown.locale),
                    })}
                  </>
                )}
              </p>
              {ofStage.map((meeting) => (
                <StepMeeting
                  key={meeting.id}
                  {...shown}
                  slug={slug}
                  meeting={meeting}
                  outcome={outcomes.find((each) => each.meetingId === meeting.id && each.stands) ?? null}
                />
              ))}
              {ofStage.every((meeting) => meeting.state === 'cancelled') && book(stage)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
