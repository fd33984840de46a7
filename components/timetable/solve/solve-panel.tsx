'use client';

import { Play, Square } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { TimetableProof } from '@/lib/timetable/schema/stage';
import { ProofTable } from './proof-table';
import { RunView } from './run-view';
import type { Run } from './use-run';

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
