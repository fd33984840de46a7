import { getTranslations } from 'next-intl/server';
import type { MeetingRow } from '@/components/meeting/meeting-row';
import { MeetingState } from '@/components/meeting/meeting-state';
import { RowActions } from '@/components/meeting/row-actions';
import { whenInBoth } from '@/components/meeting/when';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/core/scope';
import { needsOutcome } from '@/lib/meeting/rules';
import { isAskedTopic } from '@/lib/outcome/rules';
import { ZonedRange, type Zones } from '../zoned-time';

export type MeetingOfStep = MeetingRow['meeting'];
export type MeetingRights = { book: boolean; mark: boolean; record: boolean };

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
export async function StepMeeting({ slug, meeting, outcome, title, zones, locale, can, now }: Props) {
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
        <MeetingState state={state} side={noShowSide} />
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
