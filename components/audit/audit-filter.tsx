import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import type { AuditAddress } from '@/lib/audit/rules/address';
import type { AuditNoun } from '@/lib/audit/schema';

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
  const isAsked = Boolean(address.person || address.noun || address.from || address.to || address.pair);
  return (
    <form className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap" action={path}>
      {address.pair && <input type="hidden" name="pair" value={address.pair} />}
      {people.length > 0 && (
        <Select
          label={t('who')}
          name="person"
          emptyLabel={t('anyone')}
          defaultValue={address.person}
          options={people}
          className="sm:w-48"
        />
      )}
      <Select
        label={t('kind')}
        name="noun"
        emptyLabel={t('anything')}
        defaultValue={address.noun}
        options={nouns.map((noun) => ({ value: noun, label: t(`noun.${noun}`) }))}
        className="sm:w-40"
      />
      <DateInput label={t('from')} name="from" defaultValue={address.from} />
      <DateInput label={t('to')} name="to" defaultValue={address.to} />
      <Button type="submit">{t('apply')}</Button>
      {isAsked && (
        <LinkButton tone="quiet" href={path}>
          {t('clear')}
        </LinkButton>
      )}
    </form>
  );
}
