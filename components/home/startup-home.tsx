import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { PlaceName } from '@/components/meeting/place-name';
import { awayInBoth, whenInBoth } from '@/components/meeting/when';
import { pairsAddress } from '@/components/pair/pair-address';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { Day } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { PairItem } from '@/lib/pair/schema';
import type { Wave } from '@/lib/wave/schema';
import { MeetingRows, NothingToDo, StepRows, TodoPanel } from './todo-panel';

export type StartupToday = {
  now: Date;
  homeDay: Day;
  upcoming: readonly MeetingItem[];
  toLog: { meetings: readonly MeetingItem[]; count: number };
  steps: readonly PairItem[];
  /** What is asked again months after the event. */
  waves: readonly Wave[];
};

type Props = { program: ProgramEntry; today: StartupToday };

/** A startup's morning: the next meeting, what has to be written down, what was promised. */
export async function StartupHome({ program, today }: Props) {
  const t = await getTranslations('home');
  const { now, homeDay, upcoming, toLog, steps, waves } = today;
  const [next, ...later] = upcoming;
  const { slug } = program;
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <div className="grid gap-8">
        <NextMeeting meeting={next} program={program} now={now} />
        <WaveCard slug={slug} waves={waves} today={homeDay} />
        <TodoPanel
          title={t('toLogOwn')}
          count={toLog.count}
          href={`/programs/${slug}/meetings/outcomes`}
          all={t('all', { count: toLog.count })}
        >
          {toLog.count > 0 ? (
            <MeetingRows meetings={toLog.meetings} program={program} asStartup toLog />
          ) : (
            <NothingToDo>{t('noneToLogOwn')}</NothingToDo>
          )}
        </TodoPanel>
      </div>
      <div className="grid gap-8">
        <TodoPanel
          title={t('steps')}
          count={steps.length}
          href={pairsAddress(slug, { view: 'table', sort: 'nextStepOn' })}
          all={t('allPairs')}
        >
          {steps.length > 0 ? (
            <StepRows pairs={steps} program={program} today={homeDay} asStartup />
          ) : (
            <NothingToDo>{t('noSteps')}</NothingToDo>
          )}
        </TodoPanel>
        {later.length > 0 && (
          <TodoPanel
            title={t('later')}
            count={later.length}
            href={`/programs/${slug}/meetings`}
            all={t('agenda')}
          >
            <MeetingRows meetings={later} program={program} asStartup />
          </TodoPanel>
        )}
      </div>
    </div>
  );
}

type NextProps = { meeting: MeetingItem | undefined; program: ProgramEntry; now: Date };

/** A startup's next meeting: whom, when on both clocks, where, and who comes. */
async function NextMeeting({ meeting, program, now }: NextProps) {
  const [t, stage, locale] = await Promise.all([
    getTranslations('home'),
    getTranslations('pair.stage'),
    getLocale(),
  ]);
  if (!meeting) return <EmptyState title={t('noNext')}>{t('noNextText')}</EmptyState>;
  const [venue, home] = whenInBoth(meeting, [program.venueZone, program.homeZone], locale);
  const starts = new Date(meeting.startsAt);
  const isOn = starts <= now;
  const away = awayInBoth(meeting.startsAt, now, [program.homeZone, program.venueZone], locale);
  const guests = meeting.participants.filter(({ side }) => side === 'investor');
  return (
    <section aria-labelledby="next" className="grid gap-4 rounded-lg border border-line-2 p-5 max-sm:p-4">
      <header className="flex items-baseline justify-between gap-4">
        <h2 id="next" className="font-bold">
          {t('next')}
        </h2>
        <span className="text-sm font-medium text-action-text">{isOn ? t('isOn') : away}</span>
      </header>
      <div className="grid gap-1">
        <Link
          href={`/programs/${program.slug}/pairs/${meeting.pair.id}`}
          className="text-xl font-bold break-words hover:underline"
        >
          {meeting.investor.name}
        </Link>
        <span className="text-ink-2">{stage(meeting.stage)}</span>
      </div>
      <div className="grid gap-1 text-md tabular-nums">
        <time dateTime={meeting.startsAt} className="font-medium">
          {venue}
        </time>
        {home && <span className="text-ink-2">{home}</span>}
      </div>
      {guests.length > 0 && (
        <ul className="grid gap-1">
          {guests.map((guest) => (
            <li key={guest.id}>
              <span className="font-medium">{shownName(guest, locale)}</span>
              {guest.title && <span className="text-ink-2">, {guest.title}</span>}
            </li>
          ))}
        </ul>
      )}
      {meeting.link ? (
        <LinkButton href={meeting.link} target="_blank" rel="noreferrer" tone="primary" size="lg" wide>
          {t('join')}
        </LinkButton>
      ) : (
        <p className="text-md font-bold">
          {meeting.table ? <PlaceName table={meeting.table} link={null} /> : t('noPlace')}
        </p>
      )}
    </section>
  );
}

type WaveCardProps = { slug: string; waves: readonly Wave[]; today: Day };

/** On a startup's home: the last wave that is open and has something left to answer; nothing where there is none. */
async function WaveCard({ slug, waves, today }: WaveCardProps) {
  const wave = waves.findLast(({ opensOn, toAsk }) => opensOn <= today && toAsk > 0);
  if (!wave) return null;
  const t = await getTranslations('wave.own');
  return (
    <section className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line-2 p-5 max-sm:p-4">
      <div className="grid gap-1">
        <h2 className="font-bold">{t('card', { months: wave.months, count: wave.toAsk })}</h2>
        <p className="text-sm text-ink-2">{t('cardText')}</p>
      </div>
      <LinkButton href={`/programs/${slug}/waves`}>{t('cardOpen')}</LinkButton>
    </section>
  );
}
