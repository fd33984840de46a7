'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { clearTime } from '@/lib/core/dates';
import { withParticle } from '@/lib/core/hangul';
import { shownName } from '@/lib/core/shown-name';
import { timetableOperations } from '@/lib/timetable/operations';
import type { Remedy, SlotBlock, WhyNotAnswer } from '@/lib/timetable/schema/questions';
import { dayName, pairName } from '../names';
import type { BoardState } from './use-board';

type Props = { board: BoardState; pairId: string; onClose: () => void };
type Read = { answer: WhyNotAnswer } | { why: string } | null;

/** Why a wish has no place, slot by slot, and the least that would have to give. */
export function WhyNotDialog({ board, pairId, onClose }: Props) {
  const t = useTranslations('timetable-grid.whyNot');
  const locale = useLocale();
  const [read, setRead] = useState<Read>(null);
  const { ask } = board.plan;
  const textOf = useFailureText();
  const latest = useRef(textOf);
  latest.current = textOf;
  useEffect(() => {
    const going = new AbortController();
    ask(timetableOperations.askWhyNot, { pairId }, { signal: going.signal }).then((answer) => {
      if (going.signal.aborted) return;
      setRead(answer.ok ? { answer: answer.value } : { why: latest.current(answer) });
    });
    return () => going.abort();
  }, [ask, pairId]);
  const wish = board.grid.unplaced.find(({ pair }) => pair.id === pairId);
  const names = read && 'answer' in read ? read.answer : wish;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      description={names && pairName(names, locale)}
      size="md"
    >
      <div className="grid gap-5 pb-4">
        {!read && <SkeletonText lines={6} />}
        {read && 'why' in read && <ErrorNotice title={t('failed')}>{read.why}</ErrorNotice>}
        {read && 'answer' in read && <Answer board={board} answer={read.answer} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

function Answer({
  board,
  answer,
  onClose,
}: {
  board: BoardState;
  answer: WhyNotAnswer;
  onClose: () => void;
}) {
  const t = useTranslations('timetable-grid.whyNot');
  const { grid, canEdit, moves } = board;
  const words = useRemedyWords(board);
  const take = ({ slotId, tableId }: Remedy) => {
    const sides = {
      pairId: answer.pairId,
      startupId: answer.startup.id,
      investorId: answer.investor.id,
    };
    if (slotId) moves.place(sides, slotId, tableId ?? undefined);
    onClose();
  };
  return (
    <>
      <p className="text-md font-bold">{t(`verdict.${answer.verdict}`)}</p>
      {answer.remedies.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-bold">{t('least')}</h3>
          <ul className="grid gap-2">
            {answer.remedies.map((remedy) => (
              <li key={JSON.stringify(remedy)} className="flex items-start gap-3">
                <span className="min-w-0 flex-1">
                  {words(remedy)}{' '}
                  {remedy.weightChange !== 0 && remedy.kind !== 'none' && (
                    <span className="text-sm text-ink-2">
                      {t('weightChange', {
                        change:
                          remedy.weightChange > 0 ? `+${remedy.weightChange}` : `${remedy.weightChange}`,
                      })}
                    </span>
                  )}
                </span>
                {remedy.kind === 'free_slot' && canEdit && (
                  <Button size="sm" tone="primary" onClick={() => take(remedy)}>
                    {t('take')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {answer.slots.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-bold">{t('slots')}</h3>
          <ul className="grid text-sm">
            {answer.slots.map((slot) => (
              <SlotLine key={slot.slotId} board={board} slot={slot} />
            ))}
          </ul>
        </section>
      )}
      {grid.proof?.proved && answer.verdict === 'outweighed' && (
        <p className="text-sm text-ink-2">{t('proved')}</p>
      )}
    </>
  );
}

function SlotLine({ board, slot }: { board: BoardState; slot: SlotBlock }) {
  const t = useTranslations('timetable-grid.whyNot.block');
  const locale = useLocale();
  const { grid, index, moves } = board;
  const shown = grid.slots.find(({ id }) => id === slot.slotId);
  if (!shown) return null;
  const isSingleDay = new Set(grid.slots.map(({ day }) => day)).size === 1;
  const time = clearTime(new Date(shown.startsAt), grid.setup.zone);
  const reasons = slot.blocks.map((block) => {
    const meeting = block.pairId ? index.byPair.get(block.pairId) : undefined;
    const party = block.partyId ? index.name.get(block.partyId) : undefined;
    return t(block.kind, {
      party: party ? shownName(party, locale) : '–',
      pair: meeting ? moves.nameOf(meeting) : '–',
    });
  });
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-3 border-t border-line py-1.5">
      <b className="tabular-nums">{isSingleDay ? time : `${dayName(shown.day, locale)} ${time}`}</b>
      <span className={reasons.length === 0 ? 'text-done' : undefined}>
        {reasons.length === 0 ? t('none') : reasons.join(' ')}
      </span>
    </li>
  );
}

/** A remedy as a sentence: what would have to give, and what the pair would then get. */
function useRemedyWords({ index, moves }: BoardState): (remedy: Remedy) => string {
  const t = useTranslations('timetable-grid.whyNot.remedy');
  const locale = useLocale();
  return (remedy) => {
    const party = remedy.partyId ? index.name.get(remedy.partyId) : undefined;
    const name = party ? shownName(party, locale) : '–';
    const when = remedy.slotId ? moves.when(remedy.slotId) : '–';
    const changes = remedy.changes.map(({ pairId, slotId }) => {
      const meeting = index.byPair.get(pairId);
      const pair = meeting ? moves.nameOf(meeting) : '–';
      return slotId ? t('change', { pair, when: moves.when(slotId) }) : t('gone', { pair });
    });
    return t(remedy.kind, {
      when,
      party: locale === 'ko' ? withParticle(name, '이/가') : name,
      bareParty: name,
      count: remedy.changes.length,
      changes: changes.join(', '),
    });
  };
}
