import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { type FilterChipLink, FilterChips } from '@/components/ui/filter-chips';
import { Pagination } from '@/components/ui/pagination';
import { Select } from '@/components/ui/select';
import { type AuditAddress, type AuditNoun, auditHref } from '@/lib/audit/rules';
import { dayText } from '@/lib/core/dates';

type Props = {
  address: AuditAddress;
  /** Where the list stands; the form asks there again. */
  path: string;
  nouns: readonly AuditNoun[];
  people: readonly { value: string; label: string }[];
};

/** Who, what, from when to when: a plain form, so that the address holds the question. */
export function AuditFilter({ address, path, nouns, people }: Props) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const chips = auditChips(path, address, {
    person: (id) => people.find(({ value }) => value === id)?.label ?? t('onePerson'),
    noun: (noun) => t(`noun.${noun as AuditNoun}`),
    pair: () => t('onePair'),
    party: () => t('oneParty'),
    from: (day) => t('fromDay', { day: dayText(day, locale) }),
    to: (day) => t('toDay', { day: dayText(day, locale) }),
  });
  return (
    <form className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap" action={path}>
      {address.pair && <input type="hidden" name="pair" value={address.pair} />}
      {address.party && <input type="hidden" name="party" value={address.party} />}
      {people.length > 0 && (
        <Select
          label={t('who')}
          name="person"
          emptyLabel={t('anyone')}
          defaultValue={address.person ?? ''}
          options={people}
          className="sm:w-48"
        />
      )}
      <Select
        label={t('kind')}
        name="noun"
        emptyLabel={t('anything')}
        defaultValue={address.noun ?? ''}
        options={nouns.map((noun) => ({ value: noun, label: t(`noun.${noun}`) }))}
        className="sm:w-40"
      />
      <DateInput label={t('from')} name="from" defaultValue={address.from ?? ''} />
      <DateInput label={t('to')} name="to" defaultValue={address.to ?? ''} />
      <Button type="submit">{t('apply')}</Button>
      <div className="col-span-2 basis-full">
        <FilterChips chips={chips} clear={path} />
      </div>
    </form>
  );
}

type Narrowing = Exclude<keyof AuditAddress, 'cursor'>;
type AuditWords = { [key in Narrowing]: (value: string) => string };

/** What narrows the trail, each with the address without it. */
export function auditChips(path: string, address: AuditAddress, words: AuditWords): FilterChipLink[] {
  return (Object.keys(words) as Narrowing[]).flatMap((key) => {
    const value = address[key];
    if (!value) return [];
    return [
      { key, label: words[key](value), href: auditHref(path, { ...address, [key]: null, cursor: null }) },
    ];
  });
}

type PagesProps = { address: AuditAddress; path: string; nextCursor: string | null; count: number };

/** On to earlier entries, and back to the latest. */
export function AuditPages({ address, path, nextCursor, count }: PagesProps) {
  const t = useTranslations('audit');
  if (!nextCursor && !address.cursor) return null;
  const hrefOf = (cursor: string | null) => auditHref(path, { ...address, cursor });
  return (
    <Pagination
      label={t('pages')}
      status={t('shown', { count })}
      previousHref={address.cursor ? hrefOf(null) : undefined}
      nextHref={nextCursor ? hrefOf(nextCursor) : undefined}
    />
  );
}
