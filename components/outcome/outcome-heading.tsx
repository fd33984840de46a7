import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOfMeeting, nameWithPost } from '@/components/meeting/names';
import { PlaceName } from '@/components/meeting/place-name';
import { whenInBoth } from '@/components/meeting/when';
import type { ProgramEntry } from '@/lib/core/scope';
import { isAskedTopic } from '@/lib/outcome/rules';
import type { OutcomeForm } from '@/lib/outcome/schema';

type Props = { form: OutcomeForm; program: ProgramEntry; asStartup: boolean };

/** Whom, where and when, in both zones, and what one comes from. */
export async function OutcomeHeading({ form, program, asStartup }: Props) {
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
