'use client';

import { ArrowDownNarrowWide } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu } from '@/components/ui/menu';
import { useAddress } from '../filter/address-context';

const ORDERS = [
  ['nextStepOn', 'sortStep'],
  ['startup', 'sortStartup'],
  ['investor', 'sortInvestor'],
  ['-amount', 'sortAmount'],
  ['-interest', 'sortInterest'],
  ['since', 'sortSince'],
] as const;

/** By what the cards of each column stand. */
export function BoardOptions() {
  const t = useTranslations('pair.pipeline.board');
  const { address, change } = useAddress();
  const now = ORDERS.find(([key]) => key === address.sort[0])?.[0] ?? 'nextStepOn';
  return (
    <Menu
      place="end"
      trigger={
        <>
          <ArrowDownNarrowWide aria-hidden="true" size={16} />
          <span className="max-md:sr-only">{t('sort')}</span>
        </>
      }
      items={ORDERS.map(([key, word]) => ({
        id: key,
        label: t(word),
        checked: key === now,
        onSelect: () => change({ sort: key === 'nextStepOn' ? [] : [key] }),
      }))}
    />
  );
}
