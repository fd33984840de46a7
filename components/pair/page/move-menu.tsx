'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { perform } from '@/components/form/perform';
import { late } from '@/components/ui/late';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { moveStageAction, undoMovesAction } from '@/lib/pair/actions';
import { isLaterStage, STAGE_TABLE, STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';

const MoveDialog = late(() => import('./move-dialog').then((file) => file.MoveDialog));

export type MovingPair = Pick<PairItem, 'id' | 'version' | 'stage' | 'status' | 'gates'>;
type Props = { slug: string; pair: MovingPair; homeZone: string; zoneText: string };

/** Every stage by one choice. What a move still asks for is asked in a dialog, and only then. */
export function MoveMenu({ slug, pair, homeZone, zoneText }: Props) {
  const t = useTranslations('pair');
  const textOf = useFailureText();
  const toast = useToast();
  const [asking, setAsking] = useState<Stage | null>(null);

  const done = (stage: Stage, eventId: string) => {
    const undo = async () => {
      const taken = await perform((key) => undoMovesAction(slug, { eventIds: [eventId] }, key));
      if (!taken.ok) toast({ tone: 'danger', text: textOf(taken) });
    };
    toast({ text: t('page.moved', { stage: t(`stage.${stage}`) }), undo });
  };
  const move = async (stage: Stage) => {
    if (asksFirst(pair, stage)) return setAsking(stage);
    const result = await perform((key) =>
      moveStageAction(slug, { pairId: pair.id, stage, version: pair.version }, key),
    );
    if (result.ok) return done(stage, result.value.eventId);
    if (result.errors.some((error) => error.field.at(-1) === 'reason')) return setAsking(stage);
    toast({ tone: 'danger', text: textOf(result) });
  };
  const items = STAGES.map((stage) => ({
    id: stage,
    label: `${STAGE_TABLE[stage].sign} ${t(`stage.${stage}`)}`,
    checked: stage === pair.stage,
    disabled: stage === pair.stage,
    ...(stage !== pair.stage && asksFirst(pair, stage) ? { hint: t('page.asksReason') } : {}),
    onSelect: () => void move(stage),
  }));
  const other = {
    id: 'late',
    label: t('page.moveLate'),
    startsGroup: true,
    onSelect: () => setAsking(STAGES.find((stage) => isLaterStage(stage, pair.stage)) ?? 'candidate'),
  };
  return (
    <>
      <Menu
        tone="primary"
        place="end"
        trigger={
          <>
            {t('page.move')}
            <ChevronDown aria-hidden="true" size={16} />
          </>
        }
        items={[...items, other]}
      />
      {asking && (
        <MoveDialog
          {...{ slug, pair, homeZone, zoneText }}
          stage={asking}
          onClose={() => setAsking(null)}
          onDone={done}
        />
      )}
    </>
  );
}

/** Back needs a reason; forward what the gates of the stage still ask. */
function asksFirst(pair: MovingPair, to: Stage): boolean {
  return isLaterStage(pair.stage, to) || pair.gates.length > 0;
}
