'use client';

import { useLocale, useTranslations } from 'next-intl';
import { withParticle } from '@/lib/core/hangul';
import { shownName } from '@/lib/core/shown-name';
import type { Remedy } from '@/lib/timetable/schema/questions';

import type { Board } from './use-board';

/** A remedy as a sentence: what would have to give, and what the pair would then get. */
export function useRemedyWords({ index, moves }: Board): (remedy: Remedy) => string {
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
