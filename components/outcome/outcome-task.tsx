import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOfMeeting, nameWithPost } from '@/components/meeting/meeting-row';
import { PlaceName } from '@/components/meeting/place-name';
import { whenIn, whenInBoth } from '@/components/meeting/when';
import { ClientMessages } from '@/components/shell/client-messages';
import { TaskScreen } from '@/components/ui/action-bar';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { CURRENCIES } from '@/lib/core/currencies';
import { addDays } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import type { MeetingItem } from '@/lib/meeting/schema';
import { isAskedTopic } from '@/lib/outcome/rules';
import type { OutcomeStart } from '@/lib/outcome/schema';
import { isClosed } from '@/lib/pair/rules/stages';
import { NothingToLog } from './nothing-to-log';
import { blankDraft, metOffered, type OutcomeDraft, RUNGS_BY_PHONE } from './outcome-draft';
import { OutcomeForm } from './outcome-form';

type Props = {
  form: OutcomeStart;
  /** Meetings that still want an outcome. */
  others: readonly MeetingItem[];
  program: ProgramEntry;
  personId: string;
  asStartup: boolean;
  now: Date;
};

/** The whole screen of logging one outcome; says so where there is nothing to log yet. */
export async function OutcomeTask({ form, others, program, personId, asStartup, now }: Props) {
  const [t, rung, locale] = await Promise.all([
    getTranslations('outcome'),
    getTranslations('amount.rung'),
    getLocale(),
  ]);
  const { meeting } = form;
  const list = `/programs/${program.slug}/meetings/outcomes`;
  const back = <LinkButton href={list}>{t('saved.list')}</LinkButton>;
  const today = dayInZone(now, program.homeZone);
  const title = (item: MeetingItem) => nameOfMeeting(item, locale, asStartup);
  const zone = program.venueZone;
  const offered = metOffered(meeting, asStartup, now);
  return (
    <TaskScreen>
      <OutcomeHeading form={form} program={program} asStartup={asStartup} />
      {meeting.state === 'cancelled' ? (
        <NothingToLog why="cancelled" slug={program.slug} />
      ) : new Date(meeting.startsAt) > now ? (
        <EmptyState title={t('early.title')} actions={back}>
          {t('early.text', { when: whenIn(meeting, zone, locale) })}
        </EmptyState>
      ) : offered.length === 0 ? (
        <NothingToLog why="byOffice" slug={program.slug} />
      ) : (
        <ClientMessages namespaces={['outcome', 'amount']}>
          <OutcomeForm
            slug={program.slug}
            personId={personId}
            meeting={{ id: meeting.id, version: meeting.version, title: title(meeting) }}
            asStartup={asStartup}
            corrects={form.standing !== null}
            initial={draftOf(form, program.baseCurrency)}
            offered={offered}
            soon={[3, 7, 14].map((days) => ({ days, on: addDays(today, days) }))}
            currencies={currenciesFirst(program.baseCurrency)}
            rungs={RUNGS_BY_PHONE.map((value) => ({ value, label: rung(value) }))}
            seenStep={{ text: form.pair.nextStep?.text ?? null, on: form.pair.nextStep?.on ?? null }}
            isPairClosed={isClosed(form.pair.status)}
            mayReopen={!asStartup}
            next={others
              .filter(({ id }) => id !== meeting.id)
              .map((item) => ({ id: item.id, title: title(item), when: whenIn(item, zone, locale) }))}
          />
        </ClientMessages>
      )}
    </TaskScreen>
  );
}

/** What stands already, to be corrected; else a blank form, or the no-show that was marked. */
function draftOf({ meeting, standing }: OutcomeStart, baseCurrency: string): OutcomeDraft {
  const blank = blankDraft(baseCurrency);
  if (meeting.state === 'no_show' && meeting.noShowSide) return { ...blank, met: meeting.noShowSide };
  if (!standing) return blank;
  return {
    ...blank,
    interest: standing.interest,
    asked: standing.asked,
    nextStep: standing.nextStep ?? '',
    nextStepOn: standing.nextStepOn ?? '',
    note: standing.note ?? '',
  };
}

/** The program's own and the dollar first; the rest by code. */
function currenciesFirst(base: string) {
  const codes = [...new Set([base, 'USD', ...Object.keys(CURRENCIES)])];
  return codes.map((code) => ({ value: code, label: code }));
}

type HeadingProps = { form: OutcomeStart; program: ProgramEntry; asStartup: boolean };

/** Whom, where and when, in both zones, and what one comes from. */
async function OutcomeHeading({ form, program, asStartup }: HeadingProps) {
  const [t, stageName, locale] = await Promise.all([
    getTranslations('outcome'),
    getTranslations('pair.stage'),
    getLocale(),
  ]);
  const { meeting, pair, standing, before } = form;
  const zones = [program.venueZone, program.homeZone] as const;
  const people = meeting.participants.filter(({ side }) => !asStartup || side === 'investor');
  const asked = (before?.asked ?? []).map((each) => (isAskedTopic(each) ? t(`asked.${each}`) : each));
  return (
    <header className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
        <Link
          href={`/programs/${program.slug}/meetings/outcomes`}
          className="-ms-1 inline-flex min-h-11 items-center gap-0.5 rounded-sm font-bold text-ink"
        >
          <ChevronLeft aria-hidden="true" size={18} />
          {t('heading', { stage: stageName(meeting.stage) })}
        </Link>
        <PlaceName table={meeting.table} link={null} />
      </p>
      <h1 className="text-xl font-bold">{nameOfMeeting(meeting, locale, asStartup)}</h1>
      {whenInBoth(meeting, zones, locale).map((when) => (
        <p key={when} className="text-sm text-ink-2 tabular-nums">
          {when}
        </p>
      ))}
      {people.length > 0 && (
        <p className="text-sm text-ink-2">
          {people.map((person) => nameWithPost(person, locale)).join(' · ')}
        </p>
      )}
      {before && (
        <p className="text-sm text-ink-2">
          {t('before', {
            stage: stageName(before.stage),
            interest: before.interest,
            asked: asked.length > 0 ? asked.join(', ') : 'none',
          })}
        </p>
      )}
      {pair.nextStep && !standing && (
        <p className="text-sm text-ink-2">{t('nextPlanned', { text: pair.nextStep.text })}</p>
      )}
    </header>
  );
}
