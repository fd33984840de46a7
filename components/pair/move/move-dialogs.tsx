'use client';

import { late } from '@/components/ui/late';
import type { PairItem } from '@/lib/pair/schema';
import type { PairMoves } from './use-pair-moves';

const StageDialog = late(() => import('./reason-dialogs').then((file) => file.StageDialog));
const StatusDialog = late(() => import('./reason-dialogs').then((file) => file.StatusDialog));
/** Comes with the first press that asks for it: no view needs it to be read. */
const StageMenu = late(() => import('./stage-menu').then((file) => file.StageMenu));

type Props = {
  moves: PairMoves;
  /** The program's home zone, for moves of an earlier day. */
  zone: string;
  /** Told when a stage is chosen in the menu, before the pair moves. */
  onMove?: (pair: PairItem) => void;
};

/** The menu of a pair and the questions a move may have; nothing of them is loaded before one comes up. */
export function MoveDialogs({ moves, zone, onMove }: Props) {
  const { menu, question, dismiss, sendMove, sendStatus } = moves;
  if (menu)
    return (
      <StageMenu
        {...menu}
        onClose={() => moves.setMenu(null)}
        onStage={(stage) => {
          onMove?.(menu.pair);
          void moves.move(menu.pair, stage);
        }}
        onStatus={(status) => moves.changeStatus(menu.pair, status)}
      />
    );
  if (question?.kind === 'stage')
    return (
      <StageDialog
        {...question}
        zone={zone}
        onClose={dismiss}
        onSend={(input) => sendMove(question.pair, input)}
      />
    );
  if (question?.kind === 'status')
    return (
      <StatusDialog
        {...question}
        zone={zone}
        onClose={dismiss}
        onSend={(input) => sendStatus(question.pair, input)}
      />
    );
  return null;
}
