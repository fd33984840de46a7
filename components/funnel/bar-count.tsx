import { useTranslations } from 'next-intl';
import type { OpensRows } from './address';
import { type Bar, isStage } from './bars';
import { CountLink } from './count-link';
import { usePlaceName } from './use-place-name';

type Props = { bar: Bar; rows: OpensRows; className?: string };

/** The number of a bar, with its way to the rows. */
export function BarCount({ bar: { place, count, figure }, rows, className }: Props) {
  const t = useTranslations('funnel');
  const readings = useTranslations('funnel-readings');
  const name = usePlaceName()(place);
  const label = !isStage(place)
    ? readings('openStep', { step: name })
    : figure.kind === 'entered'
      ? readings('period.openEntered', { stage: name })
      : t('open.reached', { stage: name });
  return <CountLink {...{ count, label, className }} href={rows(figure)} />;
}
