'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { dayText } from '@/lib/core/dates';
import { type Address, searchOf } from './address';

type Props = { address: Address; asOf: string; path: string };

/** Says that this is the past and cannot be changed, and by which of its two clocks it is told. */
export function PastNotice({ address, asOf, path }: Props) {
  const t = useTranslations('pair.pipeline');
  const locale = useLocale();
  const text = (day: string) => dayText(day, locale);
  const known = address.knownOn;
  const now = path + searchOf({ ...address, asOf: '', knownOn: '' });
  return (
    <p className="fl-past">
      <span>
        {known ? t('pastKnown', { date: text(asOf), known: text(known) }) : t('past', { date: text(asOf) })}
      </span>{' '}
      <TextLink href={now}>{t('backToNow')}</TextLink>
    </p>
  );
}
