import { useTranslations } from 'next-intl';
import { isStage, type Place } from './bars';

/** What a stage or a last step is called. */
export function usePlaceName(): (place: Place) => string {
  const stage = useTranslations('pair.stage');
  const step = useTranslations('funnel-readings.step');
  return (place) => (isStage(place) ? stage(place) : step(place));
}
