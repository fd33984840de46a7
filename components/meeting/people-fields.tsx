'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { FieldNotes } from '@/components/ui/field';
import type { Locale } from '@/lib/core/locale';
import type { BookingFacts, Seat } from '@/lib/meeting/schema';
import { nameOfStartup, nameWithPost } from './names';

type Props = {
  facts: Pick<BookingFacts, 'startup' | 'investor'>;
  chosen: readonly string[];
  error?: string | undefined;
  onChange: (contactIds: string[]) => void;
};

/** Who sits there, of both sides. */
export function PeopleFields({ facts, chosen, error, onChange }: Props) {
  const t = useTranslations('meeting.booking');
  const locale = useLocale() as Locale;
  const { startup, investor } = facts;
  if (startup.people.length + investor.people.length === 0) {
    return <p className="text-sm text-ink-2">{t('nobody')}</p>;
  }
  const side = (name: string, people: readonly Seat[]) => (
    <fieldset className="grid min-w-0 content-start">
      <legend className="pb-1 text-sm font-medium">{name}</legend>
      {people.length === 0 && <p className="text-sm text-ink-2">{t('nobodyOfSide')}</p>}
      {people.map((person) => (
        <Checkbox
          key={person.id}
          label={nameWithPost(person, locale)}
          checked={chosen.includes(person.id)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))
          }
        />
      ))}
    </fieldset>
  );
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {side(nameOfStartup(startup, locale), startup.people)}
      {side(investor.name, investor.people)}
      <FieldNotes id="booking-people" error={error} />
    </div>
  );
}
