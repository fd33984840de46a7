import { dayText, formatDateTime, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { type Named, shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import type { Sector } from '@/lib/party/rules';
import { wordsIn } from '@/lib/platform/say';
import { excerptOf } from '../rules/excerpt';
import type { FoundThing } from '../schema';
import type { FoundMember } from './members';
import type { FoundMeeting, FoundPair, PairNames } from './pairs';
import type { FoundContact, FoundParty } from './parties';
import type { FoundAction, FoundNote } from './prose';
import type { FoundByName } from './wanted';

/** Turns what was found in one program into lines of the answer, in the viewer's language. */
export function thingsOf({ program, viewer: { locale } }: ProgramScope, words: readonly string[]) {
  const t = wordsIn(locale, 'search');
  const sector = wordsIn(locale, 'startup.sector');
  const stage = wordsIn(locale, 'pair.stage');
  const status = wordsIn(locale, 'pair.status');
  const role = wordsIn(locale, 'person.role');
  const at = `/programs/${program.slug}`;
  const thing = (
    kind: FoundThing['kind'],
    id: string,
    { title, detail, href }: { title: string; detail: string; href: string },
  ): FoundThing => ({ kind, id, program: program.slug, title, detail, href: `${at}${href}` });
  const pairName = ({ startup, startupEn, investor }: PairNames) =>
    t('pair', { startup: shownName({ name: startup, nameEn: startupEn }, locale), investor });

  return {
    party: ({ kind, id, detail, ...name }: FoundParty) =>
      thing(kind, id, {
        title: shown(name, locale),
        detail: kind === 'startup' ? sector(detail as Sector) : detail,
        href: `/${kind}s/${id}`,
      }),
    contact: ({ id, detail, side, partyId, party, partyEn, ...name }: FoundContact) => {
      const from = shownName({ name: party, nameEn: partyEn }, locale);
      return thing('person', id, {
        title: shown(name, locale),
        detail: detail ? t('both', { first: detail, second: from }) : from,
        href: `/${side}s/${partyId}`,
      });
    },
    member: ({ id, role: as, startup, startupEn, ...name }: FoundMember) => {
      const from = shownName({ name: startup, nameEn: startupEn }, locale);
      const word = role(as as 'officer' | 'manager' | 'startup');
      return thing('person', id, {
        title: shown(name, locale),
        detail: from ? t('both', { first: word, second: from }) : word,
        href: '/people',
      });
    },
    pair: (pair: FoundPair) =>
      thing('pair', pair.id, {
        title: pairName(pair),
        detail: t('both', { first: stage(pair.stage), second: status(pair.status) }),
        href: `/pairs/${pair.id}`,
      }),
    /** In the agenda of its day, narrowed to its two parties. */
    meeting: ({ id, stage: of, startsAt, tableName, ...names }: FoundMeeting) => {
      const when = formatDateTime(startsAt, program.venueZone, locale);
      const day = dayInZone(startsAt, program.venueZone);
      const detail = t('both', { first: stage(of), second: when });
      return thing('meeting', id, {
        title: pairName(names),
        detail: tableName ? t('both', { first: detail, second: t('table', { name: tableName }) }) : detail,
        href: `/meetings?day=${day}&startup=${names.startupId}&investor=${names.investorId}`,
      });
    },
    action: ({ pairId, text, on, ...names }: FoundAction) => {
      const pair = pairName(names);
      return thing('action', pairId, {
        title: excerptOf(text, words),
        detail: on ? t('both', { first: pair, second: dayText(on, locale) }) : pair,
        href: `/pairs/${pairId}`,
      });
    },
    note: ({ id, pairId, text, createdAt, ...names }: FoundNote) =>
      thing('note', id, {
        title: excerptOf(text, words),
        detail: t('both', {
          first: pairName(names),
          second: formatDay(dayInZone(createdAt, program.homeZone), locale),
        }),
        href: `/pairs/${pairId}`,
      }),
  };
}

function shown({ name, nameEn }: Pick<FoundByName, 'name' | 'nameEn'>, locale: Locale): string {
  const named: Named = { name, nameEn };
  return shownName(named, locale);
}
