import { getTranslations } from 'next-intl/server';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { RampTile } from '@/components/ui/ramp-tile';
import { formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { type NamedPerson, shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { STATUS_TABLE } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { StatusLogEntry } from '@/lib/pair/schema/history';
import { SECTORS } from '@/lib/party/rules';
import type { Clocks } from '@/lib/program/rules';
import { toneOfPair } from '../stage-tone';

type StandingProps = {
  pair: PairItem & { statusEvents: readonly StatusLogEntry[] };
  locale: Locale;
  homeZone: string;
};

/** Stage and status in one line under the names; where it is closed or held, since when and why. */
export async function StandingLine({ pair, locale, homeZone }: StandingProps) {
  const t = await getTranslations('pair');
  const last = pair.statusEvents.findLast((event) => !event.voided && event.to === pair.status);
  const saysWhy = pair.status !== 'open' && last;
  const sign = STATUS_TABLE[pair.status].sign;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <RampTile
        tone={toneOfPair(pair.stage, pair.status)}
        {...(sign ? { sign } : {})}
        marked={pair.amounts.length > 0}
      />
      <span className="font-medium">{t(`stage.${pair.stage}`)}</span>
      <span aria-hidden="true">·</span>
      <span className="font-medium">{t(`status.${pair.status}`)}</span>
      {saysWhy && (
        <span className="text-ink-2">
          {t('page.since', { date: formatDay(dayInZone(new Date(last.effectiveAt), homeZone), locale) })}
          {last.reasonCode && ` · ${t(`reason.${last.reasonCode}`)}`}
          {last.reason && ` · ${last.reason}`}
        </span>
      )}
    </p>
  );
}

type ThenProps = { clocks: Clocks; existed: boolean; nowHref: string; locale: Locale };

/** Says that the page shows a past date, what of it does, and the way back. */
export async function ThenNotice({ clocks, existed, nowHref, locale }: ThenProps) {
  const t = await getTranslations('pair.page');
  const date = formatDay(clocks.asOf, locale);
  const known = clocks.knownOn && formatDay(clocks.knownOn, locale);
  const title = existed
    ? known
      ? t('thenKnown', { date, known })
      : t('then', { date })
    : t('notYetThen', { date });
  return (
    <Notice
      title={title}
      actions={
        <LinkButton href={nowHref} size="sm">
          {t('toNow')}
        </LinkButton>
      }
    >
      {existed && <p>{t('thenText')}</p>}
    </Notice>
  );
}

export type Person = NamedPerson & { title: string; side: 'startup' | 'investor' };
type PartiesProps = {
  slug: string;
  pair: Pick<PairItem, 'startup' | 'investor'>;
  /** Those who sat in its meetings. */
  people: readonly Person[];
  locale: Locale;
};

/** Who meets whom: both parties, with their profiles and the people who met. */
export async function Parties({ slug, pair, people, locale }: PartiesProps) {
  const t = await getTranslations('pair.page');
  const sectors = await getTranslations('startup.sector');
  const { startup, investor } = pair;
  const sector = SECTORS.find((known) => known === startup.sector);
  const otherName = locale === 'en' ? startup.name : startup.nameEn;
  const party = (side: Person['side'], href: string, about: string) => {
    const met = people.filter((person) => person.side === side);
    return (
      <div className="grid content-start gap-0.5">
        <p className="text-xs text-ink-2">{t(side)}</p>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <TextLink href={href} className="font-medium">
            {shownName(pair[side], locale)}
          </TextLink>
          {about && <span className="text-sm text-ink-2">{about}</span>}
        </p>
        {met.length > 0 && (
          <p className="text-sm text-ink-2">
            <span className="sr-only">{t('metPeople')} </span>
            {met
              .map((person) => shownName(person, locale) + (person.title ? ` (${person.title})` : ''))
              .join(', ')}
          </p>
        )}
      </div>
    );
  };
  const sectorName = sector && sectors(sector);
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {party(
        'startup',
        `/programs/${slug}/startups/${startup.id}`,
        [otherName, sectorName].filter(Boolean).join(' · '),
      )}
      {party('investor', `/programs/${slug}/investors/${investor.id}`, '')}
    </div>
  );
}
