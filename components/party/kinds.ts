import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/core/locale';
import { type PartyKind, SECTORS, type Sector } from '@/lib/party/rules';
import type { Sought, Ticket } from '@/lib/party/rules/terms';
import { moneyText, soughtOf, ticketOf, useTermText } from './terms';

type TermName = 'round' | 'sought' | 'regions' | 'rounds' | 'ticket';
type FieldName =
  | 'name'
  | 'nameEn'
  | 'sector'
  | 'city'
  | 'focus'
  | 'summary'
  | 'summaryEn'
  | 'website'
  | TermName;

/** One field of a profile as a form asks for it; `focus` takes sectors and own words. */
export type PartyField = {
  name: FieldName;
  as: 'line' | 'prose' | 'link' | 'sector' | 'focus' | TermName;
  required?: true;
  lang?: Locale;
  hint?: 'nameHint' | 'nameEnHint';
  /** Takes the whole width of the form. */
  wide?: true;
};

type Description = {
  fields: readonly PartyField[];
  /** What its list may be narrowed by, besides the words looked for. */
  filters: readonly 'sector'[];
  /** Stands as a badge beside the name of a profile. */
  badge?: 'sector';
  /** Listed in the profile's panel. */
  facts: readonly ('city' | 'focus' | TermName)[];
  /** Columns of the list between the name and the figures, and how wide a screen must be to show them. */
  columns: readonly ('sector' | 'city' | 'focus')[];
  columnsFrom: 'max-md:hidden' | 'max-lg:hidden';
  /** The kind that its pairs and meetings are with. */
  other: PartyKind;
};

/** How the forms, lists and profiles of each kind of party look. */
export const PARTY_LOOKS: Record<PartyKind, Description> = {
  startup: {
    fields: [
      { name: 'name', as: 'line', required: true },
      { name: 'nameEn', as: 'line', lang: 'en', hint: 'nameEnHint' },
      { name: 'sector', as: 'sector', required: true },
      { name: 'website', as: 'link' },
      { name: 'round', as: 'round' },
      { name: 'sought', as: 'sought' },
      { name: 'regions', as: 'regions', wide: true },
      { name: 'summary', as: 'prose', lang: 'ko' },
      { name: 'summaryEn', as: 'prose', lang: 'en' },
    ],
    filters: ['sector'],
    badge: 'sector',
    facts: ['round', 'sought', 'regions'],
    columns: ['sector'],
    columnsFrom: 'max-md:hidden',
    other: 'investor',
  },
  investor: {
    fields: [
      { name: 'name', as: 'line', required: true, hint: 'nameHint' },
      { name: 'city', as: 'line' },
      { name: 'focus', as: 'focus', wide: true },
      { name: 'rounds', as: 'rounds', wide: true },
      { name: 'ticket', as: 'ticket', wide: true },
      { name: 'regions', as: 'regions', wide: true },
      { name: 'summary', as: 'prose', lang: 'en', wide: true },
      { name: 'website', as: 'link' },
    ],
    filters: [],
    facts: ['city', 'focus', 'rounds', 'ticket', 'regions'],
    columns: ['city', 'focus'],
    columnsFrom: 'max-lg:hidden',
    other: 'startup',
  },
};

/** What a form of a profile holds, by field; money as the text of terms.ts. */
export type PartyValues = Record<string, string | string[]>;

const SEVERAL: readonly PartyField['as'][] = ['focus', 'rounds', 'regions'];

/** The values of a profile, or those of an empty form. */
export function partyValuesOf(kind: PartyKind, party: object = {}): PartyValues {
  return Object.fromEntries(
    PARTY_LOOKS[kind].fields.map(({ name, as }) => {
      const value: unknown = Reflect.get(party, name);
      if (as === 'sought' || as === 'ticket') return [name, moneyText(value as Sought | Ticket | null)];
      return [name, (value as string | string[] | undefined) ?? (SEVERAL.includes(as) ? [] : '')];
    }),
  );
}

/** What a form holds as the operations take it. */
export function partyInputOf(values: object): object {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (field === 'sought') return [field, soughtOf(String(value))];
      return [field, field === 'ticket' ? ticketOf(String(value)) : value];
    }),
  );
}

/** Where a program's parties of one kind are listed. */
export function partiesPath(slug: string, kind: PartyKind): string {
  return `/programs/${slug}/${kind}s`;
}

/** The label of a field. */
export function usePartyLabel(kind: PartyKind): (field: string) => string {
  const t = useTranslations();
  return (field) =>
    field === 'name' ? t(`${kind}.form.name`) : t(`party.form.${field as Exclude<FieldName, 'name'>}`);
}

/** A value of a profile as its reader knows it: sectors by their names, everything else as it was written. */
export function usePartyText(): (field: string, value: unknown) => string {
  const t = useTranslations('startup.sector');
  const terms = useTermText();
  const word = (text: string) => (SECTORS.some((sector) => sector === text) ? t(text as Sector) : text);
  return (field, value) =>
    field === 'sector' || field === 'focus'
      ? [value].flat().map(String).map(word).join(', ')
      : (terms(field, value) ?? String(value));
}
