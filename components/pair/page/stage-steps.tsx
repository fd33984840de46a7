import { getTranslations } from 'next-intl/server';
import { BookMeetingButton } from '@/components/meeting/book-meeting-button';
import type { MeetingRow } from '@/components/meeting/meeting-row';
import { MeetingStateBadge } from '@/components/meeting/meeting-state';
import { RowActions } from '@/components/meeting/row-actions';
import { whenInBoth } from '@/components/meeting/when';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { RampTile } from '@/components/ui/ramp-tile';
import { formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { dayInZone, type Zones } from '@/lib/core/zones';
import { needsOutcome } from '@/lib/meeting/rules';
import { isAskedTopic } from '@/lib/outcome/rules';
import {
  isClosed,
  isLaterStage,
  MEETING_STAGES,
  type MeetingStage,
  STAGE_TABLE,
  type Stage,
} from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { StageLogEntry } from '@/lib/pair/schema/history';
import { toneOfStage } from '../stage-tone';
import { ZonedRange } from '../zoned-time';

export type MeetingOfStep = MeetingRow['meeting'];
type MeetingRights = { book: boolean; mark: boolean; record: boolean };

/** What was logged of a meeting; the one that stands. */
export type OutcomeOfStep = {
  meetingId: string;
  stands: boolean;
  interest: number;
  asked: readonly string[];
  note: string | null;
};

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

type MeetingProps = {
  slug: string;
  meeting: MeetingOfStep;
  outcome: OutcomeOfStep | null;
  /** Who meets whom, for the meeting's own dialog. */
  title: string;
  zones: Zones;
  locale: Locale;
  can: MeetingRights;
  now: Date;
};

/** One meeting in its stage: the time of both places, the table or the link, and how it ended. */
async function StepMeeting({ slug, meeting, outcome, title, zones, locale, can, now }: MeetingProps) {
  const t = await getTranslations('pair.page');
  const { state, noShowSide } = meeting;
  const [startsAt, endsAt] = [new Date(meeting.startsAt), new Date(meeting.endsAt)];
  const wantsOutcome = needsOutcome({ state, endsAt, hasOutcome: outcome !== null }, now);
  return (
    <div className="grid gap-1 text-sm" data-state={state}>
      <div className="flex items-start justify-between gap-2">
        <div className={state === 'cancelled' ? 'line-through' : undefined}>
          <ZonedRange at={meeting.startsAt} to={meeting.endsAt} zones={zones} locale={locale} />
        </div>
        {(can.book || can.mark) && (
          <span className="no-print">
            <RowActions
              meeting={meeting}
              title={title}
              when={whenInBoth(meeting, zones, locale)}
              can={can}
              started={startsAt <= now}
            />
          </span>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <MeetingStateBadge state={state} side={noShowSide} />
        {meeting.table && <span>{t('table', { name: meeting.table.name })}</span>}
        {meeting.link && (
          <TextLink href={meeting.link} target="_blank" rel="noreferrer">
            {t('joinLink')}
          </TextLink>
        )}
      </p>
      {outcome && <OutcomeLines outcome={outcome} />}
      {can.record && wantsOutcome && (
        <div>
          <LinkButton size="sm" tone="primary" href={`/programs/${slug}/meetings/${meeting.id}/outcome`}>
            {t('recordOutcome')}
          </LinkButton>
        </div>
      )}
    </div>
  );
}

async function OutcomeLines({ outcome }: { outcome: OutcomeOfStep }) {
  const t = await getTranslations('pair.page');
  const topics = await getTranslations('outcome.asked');
  const asked = outcome.asked.map((topic) => (isAskedTopic(topic) ? topics(topic) : topic));
  return (
    <>
      <p>
        <span className="font-medium">{t('interest', { score: outcome.interest })}</span>
        {asked.length > 0 && <span className="text-ink-2"> · {asked.join(', ')}</span>}
      </p>
      {outcome.note && <p className="line-clamp-3 whitespace-pre-wrap text-ink-2">{outcome.note}</p>}
    </>
  );
}

type Standing = 'done' | 'current' | 'skipped' | 'ahead';

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

/** The stage a pair stands in and the next one: where a booking is likely. */
export function isNear(stage: MeetingStage, standsIn: Stage): boolean {
  const ahead = STAGE_TABLE[stage].order - STAGE_TABLE[standsIn].order;
  return ahead === 0 || ahead === 1;
}
