import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/core/scope';
import { type NamedPerson, shownName } from '@/lib/core/shown-name';
import type { PairItem } from '@/lib/pair/schema';

import { SECTORS } from '@/lib/party/rules';

export type Person = NamedPerson & { title: string; side: 'startup' | 'investor' };
type Props = {
  slug: string;
  pair: Pick<PairItem, 'startup' | 'investor'>;
  /** Those who sat in its meetings. */
  people: readonly Person[];
  locale: Locale;
};

/** Who meets whom: both parties, with their profiles and the people who met. */
export async function Parties({ slug, pair, people, locale }: Props) {
  const t = await getTranslations('pair.page');
  const sectors = await getTranslations('startup.sector');
  const { startup, investor } = pair;
  const sector = SECTORS.find((known) => known === startup.sector);
  const otherName = locale === 'en' ? startup.name : startup.nameEn;
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <Party
        role={t('startup')}
        name={startupName(startup, locale)}
        href={`/programs/${slug}/startups/${startup.id}`}
        about={[otherName, sector && sectors(sector)].filter(Boolean).join(' · ')}
        people={people.filter((person) => person.side === 'startup')}
        met={t('metPeople')}
        locale={locale}
      />
      <Party
        role={t('investor')}
        name={investor.name}
        href={`/programs/${slug}/investors/${investor.id}`}
        about=""
        people={people.filter((person) => person.side === 'investor')}
        met={t('metPeople')}
        locale={locale}
      />
    </div>
  );
}

export function startupName({ name, nameEn }: { name: string; nameEn: string }, locale: Locale): string {
  return shownName({ name, nameEn }, locale);
}

type PartyProps = {
  role: string;
  name: string;
  href: string;
  about: string;
  met: string;
  people: readonly Person[];
  locale: Locale;
};

function Party({ role, name, href, about, met, people, locale }: PartyProps) {
  return (
    <div className="grid content-start gap-0.5">
      <p className="text-xs text-ink-2">{role}</p>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <TextLink href={href} className="font-medium">
          {name}
        </TextLink>
        {about && <span className="text-sm text-ink-2">{about}</span>}
      </p>
      {people.length > 0 && (
        <p className="text-sm text-ink-2">
          <span className="sr-only">{met} </span>
          {people
            .map((person) => shownName(person, locale) + (person.title ? ` (${person.title})` : ''))
            .join(', ')}
        </p>
      )}
    </div>
  );
}
