'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { ErrorNotice } from '@/components/ui/notice';
import { matchesSearch } from '@/lib/core/hangul';
import type { Locale } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import type { BookingParties } from '@/lib/meeting/schema';
import { useLoaded } from './use-facts';

type Props = { slug: string; onChange: (sides: { startup: string; investor: string } | null) => void };

const matches = (option: { label: string; keywords?: string | undefined }, query: string) =>
  matchesSearch(`${option.label} ${option.keywords ?? ''}`, query);

/** Who meets whom, found by typing: Korean by initials too. */
export function PartyFields({ slug, onChange }: Props) {
  const t = useTranslations('meeting.booking');
  const words = useTranslations('common');
  const locale = useLocale() as Locale;
  const loaded = useLoaded<BookingParties>(`/programs/${slug}/meetings/parties`);
  const [sides, setSides] = useState({ startup: '', investor: '' });
  const parties = loaded.at === 'ready' ? loaded.value : { startups: [], investors: [] };
  const choose = (side: Partial<typeof sides>) => {
    const next = { ...sides, ...side };
    setSides(next);
    onChange(next.startup && next.investor ? next : null);
  };
  const waiting = {
    disabled: loaded.at !== 'ready',
    ...(loaded.at === 'loading' ? { placeholder: words('loading') } : {}),
  };
  if (loaded.at === 'failed') return <ErrorNotice title={t('failed')} />;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Combobox
        label={t('startup')}
        required
        {...waiting}
        options={parties.startups.map((each) => ({
          value: each.id,
          label: nameIn(each, locale),
          keywords: locale === 'en' ? each.name : each.nameEn,
        }))}
        matches={matches}
        onChange={(startup) => choose({ startup })}
      />
      <Combobox
        label={t('investor')}
        required
        {...waiting}
        options={parties.investors.map((each) => ({ value: each.id, label: each.name }))}
        matches={matches}
        onChange={(investor) => choose({ investor })}
      />
    </div>
  );
}
