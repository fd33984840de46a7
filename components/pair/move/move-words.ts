'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { shownName } from '@/lib/core/shown-name';
import { type PairStatus, STAGES, STATUSES, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { planMove } from './move-plan';

/** Names and sentences that moving a pair says, on every view the same. */
export function useMoveWords() {
  const t = useTranslations('pair');
  const locale = useLocale();
  return useMemo(() => {
    const pairName = ({ startup, investor }: Pick<PairItem, 'startup' | 'investor'>) =>
      t('pipeline.matrix.pairName', {
        startup: shownName(startup, locale),
        investor: shownName(investor, locale),
      });
    const stage = (one: Stage) => t(`stage.${one}`);
    const status = (one: PairStatus) => t(`status.${one}`);
    /** Where a pair is: its stage, and its status where that is not just open. */
    const standing = (pair: Pick<PairItem, 'stage' | 'status'>) =>
      pair.status === 'open' ? stage(pair.stage) : `${stage(pair.stage)} · ${status(pair.status)}`;
    return { pairName, stage, status, standing };
  }, [t, locale]);
}

/** What a menu offers for a pair: every stage with what a move there would ask for, and every other status. */
export function useMoveChoices(pair: PairItem) {
  const t = useTranslations('pair');
  const stages = STAGES.map((stage) => {
    const { kind, reasons } = planMove(pair, stage);
    const checked = stage === pair.stage;
    const why = reasons.map((one) => t(`pipeline.bulk.why.${one}`)).join(' · ');
    return {
      stage,
      label: t(`stage.${stage}`),
      checked,
      disabled: kind === 'refused' && !checked,
      ...(kind === 'asks' ? { hint: `${why} · ${t('pipeline.move.needsReason')}` } : {}),
    };
  });
  const statuses = STATUSES.filter((status) => status !== pair.status).map((status) => ({
    status,
    label: t(`pipeline.move.statusAction.${status}`),
  }));
  return { stages, statuses };
}
