import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Cell } from '@/components/ui/table';
import type { Locale } from '@/lib/core/locale';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { needsOutcome } from '@/lib/meeting/rules';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { AgendaCan } from './agenda-table';
import { MeetingState } from './meeting-state';
import { nameOfMeeting } from './names';
import { PlaceName } from './place-name';
import { RowActions } from './row-actions';
import { whenInBoth } from './when';

type Props = {
  meeting: MeetingItem;
  by: 'time' | 'table';
  program: ProgramEntry;
  asStartup: boolean;
  can: AgendaCan;
  now: Date;
};

const CELL = 'max-lg:block max-lg:border-0 max-lg:p-0';

export function AgendaRow({ meeting, by, program, asStartup, can, now }: Props) {
  const stage = useTranslations('pair.stageShort');
  const locale = useLocale() as Locale;
  const title = nameOfMeeting(meeting, locale, asStartup);
  const when = whenInBoth(meeting, [program.venueZone, program.homeZone], locale);
  const isCancelled = meeting.state === 'cancelled';
  const started = new Date(meeting.startsAt) <= now;
  return (
    <tr className="max-lg:grid max-lg:grid-cols-[1fr_auto] max-lg:gap-x-3 max-lg:gap-y-1 max-lg:border-b max-lg:border-line max-lg:py-3">
      <Cell
        className={`${CELL} w-56 text-ink-2 max-lg:order-3 max-lg:col-span-2 max-lg:w-auto max-lg:text-sm`}
      >
        {by === 'time' ? (
          <span className="flex flex-wrap gap-x-2">
            <PlaceName table={meeting.table} link={meeting.link} />
            <span className="text-sm">{stage(meeting.stage)}</span>
          </span>
        ) : (
          when.map((line) => (
            <span key={line} className="block text-sm tabular-nums">
              {line}
            </span>
          ))
        )}
      </Cell>
      <th scope="row" className={`${CELL} text-start max-lg:order-1 max-lg:self-center`}>
        <Link
          href={`/programs/${program.slug}/pairs/${meeting.pair.id}`}
          className={isCancelled ? 'text-ink-2 line-through' : 'font-bold underline-offset-4 hover:underline'}
        >
          {title}
        </Link>
      </th>
      <Cell className={`${CELL} text-sm text-ink-2 max-lg:hidden`}>
        {meeting.participants.map((person) => shownName(person, locale)).join(', ')}
      </Cell>
      <Cell className={`${CELL} whitespace-nowrap max-lg:order-4`}>
        <MeetingState state={meeting.state} side={meeting.noShowSide} />
      </Cell>
      <Cell className={`${CELL} whitespace-nowrap max-lg:order-5 max-lg:text-end`}>
        <OutcomeState meeting={meeting} slug={program.slug} title={title} can={can} now={now} />
      </Cell>
      <Cell className={`${CELL} whitespace-nowrap text-end max-lg:order-2`}>
        <RowActions {...{ meeting, title, when, can, started }} />
      </Cell>
    </tr>
  );
}

type OutcomeProps = { meeting: MeetingItem; slug: string; title: string; can: AgendaCan; now: Date };

function OutcomeState({ meeting, slug, title, can, now }: OutcomeProps) {
  const t = useTranslations('meeting.outcome');
  if (meeting.outcome) return <span>{t('logged', { interest: meeting.outcome.interest })}</span>;
  const { state } = meeting;
  if (!needsOutcome({ state, endsAt: new Date(meeting.endsAt), hasOutcome: false }, now)) {
    return <span className="text-ink-2">–</span>;
  }
  if (!can.record) return <span className="font-medium text-warn">{t('missing')}</span>;
  return (
    <Link
      href={`/programs/${slug}/meetings/${meeting.id}/outcome`}
      aria-label={t('writeOf', { title })}
      className="ui-link inline-flex min-h-8 items-center pointer-coarse:min-h-11"
    >
      {t('write')}
    </Link>
  );
}
