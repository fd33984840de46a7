'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu } from '@/components/ui/menu';
import { isClosed } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { MoveDialogs } from '../move/move-dialogs';
import { useMoveChoices } from '../move/move-words';
import { usePairMoves } from '../move/use-pair-moves';

/** What the office does with a pair: a closed one is first reopened, then moved. */
export function PairActions({ pair, homeZone }: { pair: PairItem; homeZone: string }) {
  const t = useTranslations('pair.page');
  const moves = usePairMoves({ refreshes: 'now' });
  const { stages, statuses } = useMoveChoices(pair);
  const chevron = <ChevronDown aria-hidden="true" size={16} />;
  const statusItems = statuses.map(({ status, label }) => ({
    id: status,
    label,
    onSelect: () => void moves.changeStatus(pair, status),
  }));
  const stageItems = stages.map(({ stage, ...item }) => ({
    ...item,
    id: stage,
    disabled: item.checked || item.disabled,
    onSelect: () => void moves.move(pair, stage),
  }));
  const past = {
    id: 'past',
    label: t('moveLate'),
    startsGroup: true,
    onSelect: () => moves.moveInThePast(pair),
  };
  return (
    <>
      <Menu
        place="end"
        trigger={
          <>
            {t('status')}
            {chevron}
          </>
        }
        items={statusItems}
      />
      {!isClosed(pair.status) && (
        <Menu
          tone="primary"
          place="end"
          trigger={
            <>
              {t('move')}
              {chevron}
            </>
          }
          items={[...stageItems, past]}
        />
      )}
      <MoveDialogs moves={moves} zone={homeZone} />
    </>
  );
}
