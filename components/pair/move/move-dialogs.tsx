'use client';

import { late } from '@/components/ui/late';
import type { PairMoves } from './use-pair-moves';

const ReasonDialog = late(() => import('./reason-dialog').then((file) => file.ReasonDialog));
const StatusDialog = late(() => import('./status-dialog').then((file) => file.StatusDialog));

/** The questions a move may have; nothing of them is loaded before one comes up. */
export function MoveDialogs({ moves }: { moves: PairMoves }) {
  const { asking, setAsking } = moves;
  const close = () => setAsking(null);
  if (asking?.kind === 'stage') {
    return (
      <ReasonDialog
        {...asking}
        onClose={close}
        onMove={(reason) => moves.send(asking.pair, asking.stage, reason)}
      />
    );
  }
  if (asking?.kind === 'status') {
    return (
      <StatusDialog {...asking} onClose={close} onChange={(input) => moves.sendStatus(asking.pair, input)} />
    );
  }
  return null;
}
