'use client';

import { Check, Minus, Play, Square } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { FigureTable } from '@/components/ui/figure-table';
import { Notice } from '@/components/ui/notice';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { formatNumber } from '@/lib/core/dates';
import { timetableOperations } from '@/lib/timetable/operations';
import type { RunProgress } from '@/lib/timetable/schema/grid';
import type { TimetableProof } from '@/lib/timetable/schema/stage';
import type { PlanState } from './grid/use-plan';

const LIMITS = [5, 10, 30];

type Props = {
  run: Run;
  proof: TimetableProof | null;
  placed: number;
  canEdit: boolean /** Something is there to place. */;
  canStart: boolean;
};

/** Lets the machine choose and place, shows how close it has come, and what it proved. */
export function SolvePanel({ run, proof, placed, canEdit, canStart }: Props) {
  const t = useTranslations('timetable-grid.solve');
  const [seconds, setSeconds] = useState('10');
  const { isRunning, isStarting } = run;
  return (
    <section aria-label={t('title')} className="no-print grid min-w-0 gap-3">
      <h2 className="font-bold">{t('title')}</h2>
      {canEdit && !isRunning && (
        <div className="grid gap-3">
          <SegmentedControl
            label={t('limit')}
            name="seconds"
            value={seconds}
            onChange={(event) => setSeconds(event.target.value)}
            items={LIMITS.map((each) => ({ value: `${each}`, label: t('seconds', { count: each }) }))}
          />
          <p className="text-sm text-ink-2">{t('hint')}</p>
          <Button
            tone="primary"
            wide
            busy={isStarting}
            disabled={!canStart}
            icon={<Play aria-hidden="true" size={16} />}
            onClick={() => void run.start(Number(seconds))}
          >
            {t(placed > 0 ? 'again' : 'start')}
          </Button>
        </div>
      )}
      {run.run && isRunning && <RunView run={run.run} />}
      {isRunning && canEdit && (
        <Button icon={<Square aria-hidden="true" size={14} />} onClick={() => void run.stop()}>
          {t('stop')}
        </Button>
      )}
      {run.run?.state === 'failed' && (
        <Notice tone="warn" title={t('failed')}>
          {t(`failure.${run.run.failure ?? 'internal'}`)}
        </Notice>
      )}
      {run.run?.state === 'stopped' && <p className="text-sm text-ink-2">{t('stopped')}</p>}
      {proof && !isRunning && <ProofTable proof={proof} />}
      {!proof && !isRunning && placed > 0 && <p className="text-sm text-ink-2">{t('noProof')}</p>}
    </section>
  );
}

/** A search on its way: the objective it works on, and its value and limit closing in on each other. */
function RunView({ run }: { run: RunProgress }) {
  const t = useTranslations('timetable-grid.solve');
  const level = run.level ?? 'weight';
  const scale = Math.max(run.value, run.bound, 1);
  const at = (value: number) => `${(100 * Math.max(0, value)) / scale}%`;
  const [value, bound] = [formatNumber(run.value), formatNumber(run.bound)];
  return (
    <div className="grid gap-2">
      <p aria-live="polite">{run.level ? t(`working.${level}`) : t('starting')}</p>
      <div className="tg-bound" aria-hidden="true">
        <span style={{ inlineSize: at(run.value) }} />
        <i style={{ insetInlineStart: `calc(${at(run.bound)} - 2px)` }} />
      </div>
      <dl className="grid grid-cols-2 gap-x-3 text-sm">
        <dt className="text-ink-2">{t('value')}</dt>
        <dd className="text-end font-bold tabular-nums">{value}</dd>
        <dt className="text-ink-2">{t('bound')}</dt>
        <dd className="text-end font-bold tabular-nums">{bound}</dd>
        <dt className="text-ink-2">{t('placed')}</dt>
        <dd className="text-end tabular-nums">
          {t('of', { n: formatNumber(run.placed), total: formatNumber(run.possible) })}
        </dd>
        <dt className="text-ink-2">{t('time')}</dt>
        <dd className="text-end tabular-nums">
          {t('secondsOf', { n: formatNumber(Math.floor(run.seconds)), total: run.ofSeconds })}
        </dd>
      </dl>
    </div>
  );
}

/** Each objective in its order: what was reached, what no timetable can pass, and whether that is proved. */
function ProofTable({ proof }: { proof: TimetableProof }) {
  const t = useTranslations('timetable-grid.proof');
  return (
    <div className="grid gap-1">
      <FigureTable
        fits
        captionVisible
        caption={t('title')}
        rows={proof.levels}
        keyOf={({ name }) => name}
        columns={[
          { head: t('level'), cell: ({ name }) => t(`name.${name}`) },
          { head: t('value'), cell: ({ value }) => formatNumber(value) },
          { head: t('bound'), cell: ({ bound }) => formatNumber(bound) },
          {
            head: t('proved'),
            cell: ({ proved }) =>
              proved ? (
                <Check size={14} role="img" aria-label={t('yes')} className="inline text-done" />
              ) : (
                <Minus size={14} role="img" aria-label={t('no')} className="inline" />
              ),
          },
        ]}
      />
      <p className="text-xs text-ink-2">
        {t('foot', { seconds: formatNumber(Math.round(proof.seconds * 10) / 10) })}
      </p>
    </div>
  );
}

const EVERY = 500;

/** The latest run of a draft, asked for while it goes on; the plan is read anew when it has ended. */
export function useRun({ grid, ask, reload, version }: PlanState, initial: RunProgress | null) {
  const { id: timetableId } = grid.timetable;
  const [run, setRun] = useState(initial);
  const starting = useOperation(timetableOperations.startSolve, { tells: 'toast', refreshes: 'never' });
  const stopping = useOperation(timetableOperations.stopSolve, { tells: 'toast', refreshes: 'never' });
  const isRunning = run?.state === 'running';
  const ended = useRef(initial?.state !== 'running');

  useEffect(() => {
    if (!isRunning) return;
    ended.current = false;
    let timer: ReturnType<typeof setTimeout>;
    const going = new AbortController();
    const look = async () => {
      const answer = await ask(timetableOperations.getRun, {}, { signal: going.signal });
      if (going.signal.aborted) return;
      if (answer.ok && answer.value.run) setRun(answer.value.run);
      if (answer.ok && answer.value.run?.state !== 'running') return;
      timer = setTimeout(look, EVERY);
    };
    timer = setTimeout(look, EVERY);
    return () => {
      going.abort();
      clearTimeout(timer);
    };
  }, [isRunning, ask]);
  useEffect(() => {
    if (isRunning || ended.current) return;
    ended.current = true;
    void reload();
  }, [isRunning, reload]);

  const start = async (seconds: number) => {
    const answer = await starting.run({ timetableId, version: version.current, seconds });
    if (answer.ok) setRun(answer.value.run);
    else void reload();
  };
  const stop = async () => {
    const answer = await stopping.run({ timetableId });
    if (answer.ok && answer.value.run) setRun(answer.value.run);
  };
  return { run, isRunning, isStarting: starting.isBusy, start, stop };
}

type Run = ReturnType<typeof useRun>;
