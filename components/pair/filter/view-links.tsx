'use client';

import { useTranslations } from 'next-intl';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { searchOf, VIEWS } from './address';
import { useAddress } from './address-context';

/** The three views of one filtered set; the way back leads from one to the other. */
export function ViewLinks({ path, isList }: { path: string; isList: boolean }) {
  const t = useTranslations('pair.pipeline');
  const { address } = useAddress();
  return (
    <SegmentedLinks
      label={t('views')}
      items={VIEWS.map((view) => ({
        href: path + searchOf({ ...address, view }),
        label: t(`view.${view === 'matrix' && isList ? 'list' : view}`),
        current: view === address.view,
      }))}
    />
  );
}
