'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { shownName } from '@/lib/core/shown-name';
import { isClosed, type PairStatus, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { programName } from '@/lib/program/rules';

/** Names and sentences that moving a pair says, on every view the same. */
export function useMoveWords() {
  const t = useTranslations('pair');
  const locale = useLocale();
  return useMemo(() => {
    const pairName = ({ startup, investor }: Pick<PairItem, 'startup' | 'investor'>) =>
      t('pipeline.matrix.pairName', {
        startup: programName(startup, locale),
        investor: shownName(investor, locale),
      });
    const stage = (one: Stage) => t(`stage.${one}`);
    const status = (one: PairStatus) => t(`status.${one}`);
    /** Where a pair is: its stage, and its status where that is not just open. */
    const standing = (pair: Pick<PairItem, 'stage' | 'status'>) =>
      pair.status === 'open' ? stage(pair.stage) : `${stage(pair.stage)} · ${status(pair.status)}`;
    return { pairName, stage, status, standing, isClosed };
  }, [t, locale]);
}
