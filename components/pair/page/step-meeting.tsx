import { getTranslations } from 'next-intl/server';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/core/scope';
import { type MeetingState, needsOutcome, type Side } from '@/lib/meeting/rules';
import { isAskedTopic } from '@/lib/outcome/rules';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { ZonedRange, type Zones } from '../zoned-time';

export type MeetingOfStep = {
  id: string;
  stage: MeetingStage;
  startsAt: string;
  endsAt: string;
  state: MeetingState;
  noShowSide: Side | null;
  table: { name: string } | null;
  link: string | null;
};

/** What was logged of a meeting; the one that stands. */
export type OutcomeOfStep = {
  meetingId: string;
  stands: boolean;
  interest: number;
  asked: readonly string[];
  note: string | null;
};

const TONES: Record<MeetingState, BadgeTone> = {
  scheduled: 'action',
  held: 'done',
  no_show: 'warn',
  cancelled: 'outline',
};

type Props = {
  slug: string;
  meeting: MeetingOfStep;
  outcome: OutcomeOfStep | null;
  zones: Zones;
  locale: Locale;
  canRecord: boolean;
  now: Date;
};

/** One meeting in its stage: the time of both places, the table or the link, and how it ended. */
export async function StepMeeting({ slug, meeting, outcome, zones, locale, canRecord, now }: Props) {
  const t = await getTranslations('pair.page');
  const words = await getTranslations('meeting');
  const { state, noShowSide } = meeting;
  const wantsOutcome = needsOutcome(
    { state, endsAt: new Date(meeting.endsAt), hasOutcome: outcome !== null },
    now,
  );
  return (
    <div className="grid gap-1 text-sm" data-state={state}>
      <div className={state === 'cancelled' ? 'line-through' : undefined}>
        <ZonedRange at={meeting.startsAt} to={meeting.endsAt} zones={zones} locale={locale} />
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={TONES[state]}>
          {state === 'no_show' && noShowSide ? words(`side.${noShowSide}`) : words(`state.${state}`)}
        </Badge>
        {meeting.table && <span>{t('table', { name: meeting.table.name })}</span>}
        {meeting.link && (
          <TextLink href={meeting.link} target="_blank" rel="noreferrer">
            {t('joinLink')}
          </TextLink>
        )}
      </p>
      {outcome && <OutcomeLines outcome={outcome} />}
      {canRecord && wantsOutcome && (
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
