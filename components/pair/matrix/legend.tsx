'use client';

import { useTranslations } from 'next-intl';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { type PairStatus, STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { Address } from '../filter/address';
import { useAddress } from '../filter/address-context';
import { toneOfStage } from '../stage-tone';

type Entry = { tone: RampTone; label: string; stage: Stage[]; status: PairStatus[] };
type Props = { tones: ReadonlyMap<string, number>; canMove: boolean };

/** What the squares mean and how many of each there are; pressing one keeps only those. */
export function Legend({ tones, canMove }: Props) {
  const t = useTranslations('pair');
  const { address, change } = useAddress();
  const entries: Entry[] = [
    ...STAGES.map((stage) => ({
      tone: toneOfStage(stage),
      label: t(`stage.${stage}`),
      stage: [stage],
      status: ['open'] as PairStatus[],
    })),
    { tone: 'invested', label: t('status.invested'), stage: [], status: ['invested'] },
    { tone: 'closed', label: t('pipeline.matrix.closed'), stage: [], status: ['passed', 'withdrawn'] },
    { tone: 'held', label: t('status.on_hold'), stage: [], status: ['on_hold'] },
  ];
  const press = ({ stage, status }: Entry) =>
    change(isKept(address, { stage, status }) ? { stage: [], status: [] } : { stage, status });
  return (
    <div className="mx-legend">
      <ul aria-label={t('pipeline.matrix.legend')}>
        {entries.map((entry) => (
          <li key={entry.tone}>
            <button type="button" aria-pressed={isKept(address, entry)} onClick={() => press(entry)}>
              <RampTile tone={entry.tone} />
              <span>{entry.label}</span>
              <span className="text-ink-2">{tones.get(entry.tone) ?? 0}</span>
            </button>
          </li>
        ))}
        <li className="mx-legend-note">{t('pipeline.matrix.underline')}</li>
      </ul>
      <p className="mx-keys no-print" aria-hidden="true">
        <kbd>←↑↓→</kbd> {t('pipeline.matrix.move')} <kbd>Enter</kbd> {t('pipeline.matrix.enter')}
        {canMove && (
          <>
            {' '}
            <kbd>M</kbd> {t('pipeline.matrix.stage')}
          </>
        )}
      </p>
    </div>
  );
}

function isKept(address: Address, { stage, status }: Pick<Entry, 'stage' | 'status'>): boolean {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((one) => b.includes(one));
  return same(address.stage, stage) && same(address.status, status);
}
