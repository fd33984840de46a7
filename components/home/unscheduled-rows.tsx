import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { pairsAddress } from '@/components/pair/pair-address';
import { toneOfStage } from '@/components/pair/stage-tone';
import { RampTile } from '@/components/ui/ramp-tile';
import type { Unscheduled } from '@/lib/pair/queries/unscheduled';

type Props = { slug: string; stages: readonly Unscheduled[] };

/** Each stage with how many of its pairs have no meeting; the number opens those pairs. */
export function UnscheduledRows({ slug, stages }: Props) {
  const t = useTranslations('home');
  const name = useTranslations('pair.stage');
  return (
    <ul className="border-t border-line">
      {stages.map(({ stage, pairs }) => (
        <li key={stage} className="relative flex items-center gap-3 border-b border-line py-2.5">
          <RampTile tone={toneOfStage(stage)} />
          <span className="min-w-0 flex-1">{name(stage)}</span>
          {pairs > 0 ? (
            <Link
              href={pairsAddress(slug, { view: 'table', stage, unscheduled: '1' })}
              aria-label={t('unscheduledOf', { stage: name(stage), count: pairs })}
              className="ui-link tabular-nums after:absolute after:inset-0"
            >
              {t('pairs', { count: pairs })}
            </Link>
          ) : (
            <span className="text-ink-2">–</span>
          )}
        </li>
      ))}
    </ul>
  );
}
