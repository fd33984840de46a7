import { useTranslations } from 'next-intl';
import { Metric, Metrics } from '@/components/ui/metric';
import type { PartyFigures as Figures } from '@/lib/program/queries/figures';

/** Where a party's pairs stand, each number opening its pairs. `pairsHref` already names the party. */
export function PartyFigures({ figures, pairsHref }: { figures: Figures; pairsHref: string }) {
  const t = useTranslations('program.party');
  const stages = useTranslations('pair.stage');
  const join = pairsHref.includes('?') ? '&' : '?';
  const at = (query: string) => `${pairsHref}${join}${query}`;
  const standing = (['video_call', 'pre_meeting', 'main_session', 'follow_up'] as const).map((stage) => (
    <Metric
      key={stage}
      label={stages(stage)}
      value={figures.standing[stage]}
      href={figures.standing[stage] > 0 ? at(`stage=${stage}&status=open`) : undefined}
    />
  ));
  return (
    <Metrics>
      <Metric
        label={t('reachedMain')}
        value={figures.reachedMain}
        note={t('ofPairs', { count: figures.pairs })}
        href={figures.reachedMain > 0 ? at('reached=main_session') : undefined}
      />
      {standing}
      {figures.invested > 0 && (
        <Metric label={t('invested')} value={figures.invested} href={at('status=invested')} />
      )}
      {figures.onHold > 0 && (
        <Metric label={t('onHold')} value={figures.onHold} href={at('status=on_hold')} />
      )}
      {figures.closed > 0 && (
        <Metric label={t('closed')} value={figures.closed} href={at('status=passed,withdrawn')} />
      )}
    </Metrics>
  );
}
