import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { agendaHref, readAgenda } from '@/components/meeting/agenda-address';
import { todayInBoth } from '@/components/meeting/when';
import { pairsAddress } from '@/components/pair/pair-address';
import { toneOfStage } from '@/components/pair/stage-tone';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/link-button';
import { Metric, Metrics } from '@/components/ui/metric';
import { Panel } from '@/components/ui/panel';
import { RampTile } from '@/components/ui/ramp-tile';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { PairItem } from '@/lib/pair/schema';
import type { Unscheduled } from '@/lib/pair/schema/figures';
import type { MemberItem, PeopleCounts } from '@/lib/person/schema';
import { MeetingRows, NothingToDo, StepRows, TodoPanel } from './todo-panel';

export type OfficeToday = {
  now: Date;
  /** Today at home, whose days the steps have. */
  homeDay: Day;
  meetings: readonly MeetingItem[];
  upcoming: readonly MeetingItem[];
  toLog: { meetings: readonly MeetingItem[]; count: number };
  overdue: { pairs: readonly PairItem[]; count: number };
  unscheduled: readonly Unscheduled[];
};

const OVERDUE = { overdue: '1', sort: 'nextStepOn' };

/** What needs the office today: each count opens exactly its rows. */
export async function OfficeHome({ program, today }: { program: ProgramEntry; today: OfficeToday }) {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  const { slug } = program;
  const { toLog, overdue, unscheduled, meetings, upcoming } = today;
  const waiting = unscheduled.reduce((sum, { pairs }) => sum + pairs, 0);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <TodoPanel
        title={t('today', {
          date: todayInBoth(today.now, [program.venueZone, program.homeZone], locale),
        })}
        count={meetings.length}
        href={agendaHref(slug, readAgenda({}), { day: 'today' })}
        all={t('all', { count: meetings.length })}
      >
        {meetings.length > 0 ? (
          <MeetingRows meetings={meetings.slice(0, 6)} program={program} asStartup={false} />
        ) : upcoming.length > 0 ? (
          <>
            <NothingToDo>{t('noneToday')}</NothingToDo>
            <MeetingRows meetings={upcoming.slice(0, 3)} program={program} asStartup={false} />
          </>
        ) : (
          <NothingToDo>{t('noneAhead')}</NothingToDo>
        )}
      </TodoPanel>
      <TodoPanel
        title={t('unscheduled')}
        count={waiting}
        href={pairsAddress(slug, { view: 'table', unscheduled: '1' })}
        all={t('all', { count: waiting })}
      >
        <UnscheduledRows slug={slug} stages={unscheduled} />
      </TodoPanel>
      <TodoPanel
        title={t('toLog')}
        count={toLog.count}
        href={`/programs/${slug}/meetings/outcomes`}
        all={t('all', { count: toLog.count })}
      >
        {toLog.count > 0 ? (
          <MeetingRows meetings={toLog.meetings} program={program} asStartup={false} toLog />
        ) : (
          <NothingToDo>{t('noneToLog')}</NothingToDo>
        )}
      </TodoPanel>
      <TodoPanel
        title={t('overdue')}
        count={overdue.count}
        href={pairsAddress(slug, { view: 'table', ...OVERDUE })}
        all={t('all', { count: overdue.count })}
      >
        {overdue.count > 0 ? (
          <StepRows
            pairs={overdue.pairs}
            program={program}
            today={today.homeDay}
            asStartup={false}
            query={OVERDUE}
          />
        ) : (
          <NothingToDo>{t('noneOverdue')}</NothingToDo>
        )}
      </TodoPanel>
    </div>
  );
}

/** Each stage with how many of its pairs have no meeting; the number opens those pairs. */
function UnscheduledRows({ slug, stages }: { slug: string; stages: readonly Unscheduled[] }) {
  const t = useTranslations('home');
  const name = useTranslations('pair.stage');
  return (
    <ul className="border-t border-line">
      {stages.map(({ stage, pairs }) => (
        <li key={stage} className="relative flex items-center gap-3 border-b border-line py-2.5">
          <RampTile tone={toneOfStage(stage)} />
          <span className="min-w-0 flex-1">{name(stage)}</span>
          {pairs > 0 ? (
            <Link
              href={pairsAddress(slug, { view: 'table', stage, unscheduled: '1' })}
              aria-label={t('unscheduledOf', { stage: name(stage), count: pairs })}
              className="ui-link tabular-nums after:absolute after:inset-0"
            >
              {t('pairs', { count: pairs })}
            </Link>
          ) : (
            <span className="text-ink-2">–</span>
          )}
        </li>
      ))}
    </ul>
  );
}

type PendingProps = { program: ProgramEntry; members: readonly MemberItem[] };

/** Who was invited and has not come; nothing where everybody has. */
export async function PendingPeople({ program, members }: PendingProps) {
  const [t, state, locale] = await Promise.all([
    getTranslations('home'),
    getTranslations('person.members.is'),
    getLocale(),
  ]);
  const pending = members.filter((one) => one.state === 'invited' || one.state === 'expired');
  if (pending.length === 0) return null;
  return (
    <TodoPanel
      title={t('pending')}
      count={pending.length}
      href={`/programs/${program.slug}/people`}
      all={t('people')}
    >
      <ul className="border-t border-line">
        {pending.slice(0, 5).map((one) => (
          <li key={one.membershipId} className="flex items-center gap-3 border-b border-line py-2.5">
            <span className="grid min-w-0 flex-1">
              <span className="font-medium break-words">{one.name}</span>
              <span className="text-sm text-ink-2 tabular-nums">
                {t('invitedOn', {
                  date: formatDay(
                    dayInZone(new Date(one.invited?.at ?? one.since), program.homeZone),
                    locale,
                  ),
                })}
              </span>
            </span>
            <Badge tone={one.state === 'expired' ? 'warn' : 'info'}>{state(one.state)}</Badge>
          </li>
        ))}
      </ul>
    </TodoPanel>
  );
}

type GlanceProps = { programs: readonly ProgramEntry[]; here: ProgramEntry; people: PeopleCounts };

/** For admins: the programs and the people of the whole installation. */
export async function InstallationGlance({ programs, here, people }: GlanceProps) {
  const [t, locale] = await Promise.all([getTranslations('home.installation'), getLocale()]);
  const actions = (
    <LinkButton size="sm" href="/programs/new">
      {t('newProgram')}
    </LinkButton>
  );
  return (
    <Panel look="plain" title={t('title')} actions={actions} className="mt-10">
      <Metrics>
        <Metric label={t('programs')} value={programs.length} href="/programs" />
        <Metric label={t('people')} value={people.active} href="/people" />
        <Metric label={t('admins')} value={people.admins} href="/people?show=admins" />
        <Metric label={t('closed')} value={people.archived} href="/people?show=archived" />
      </Metrics>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {programs
          .filter(({ slug }) => slug !== here.slug)
          .map((program) => (
            <li key={program.slug}>
              <Link href={`/programs/${program.slug}`} className="ui-link">
                {shownName(program, locale)}
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
