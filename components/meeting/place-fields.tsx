'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { isBareTableName } from '@/lib/meeting/rules';
import type { BookingDraft, Span } from './booking-draft';
import type { Errors } from './booking-errors';
import { useLoaded } from './use-facts';

type Props = {
  slug: string;
  tables: readonly { id: string; name: string }[];
  span: Span | null;
  draft: Pick<BookingDraft, 'table' | 'link'>;
  errors: Errors;
  except?: string | undefined;
  onChange: (changes: Partial<BookingDraft>) => void;
};

/** A table of the venue, a link to a call, or both; tables taken at that time say so. */
export function PlaceFields({ slug, tables, span, draft, errors, except, onChange }: Props) {
  const t = useTranslations('meeting');
  const search = span && new URLSearchParams({ ...span, ...(except ? { except } : {}) }).toString();
  const loaded = useLoaded<{ tables: string[] }>(
    search && tables.length > 0 ? `/programs/${slug}/meetings/taken-tables?${search}` : null,
  );
  const taken = loaded.at === 'ready' ? loaded.value.tables : [];
  return (
    <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
      {tables.length > 0 && (
        <Select
          label={t('booking.table')}
          emptyLabel={t('booking.noTable')}
          value={draft.table}
          onChange={(event) => onChange({ table: event.target.value })}
          error={errors.table}
          options={tables.map(({ id, name }) => {
            const words = t('table', { name, bare: isBareTableName(name) ? 'yes' : 'no' });
            return { value: id, label: taken.includes(id) ? t('booking.taken', { table: words }) : words };
          })}
        />
      )}
      <TextInput
        label={t('booking.link')}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={500}
        value={draft.link}
        onChange={(event) => onChange({ link: event.target.value })}
        error={errors.link}
      />
    </div>
  );
}
