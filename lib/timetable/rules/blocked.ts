import { formatTime, zoneName } from '@/lib/core/dates';
import { withParticle } from '@/lib/core/hangul';
import type { Locale } from '@/lib/core/locale';
import type { Refusal } from '@/lib/core/result';
import { shownName } from '@/lib/core/shown-name';
import type { Facts } from './facts';
import type { TargetBlock } from './targets';

/** What stands in the way as a refusal, its names in the reader's language with their particles. */
export function refusalOfBlock(facts: Facts, block: TargetBlock, slotId: string, locale: Locale): Refusal {
  const slot = facts.slots.find(({ id }) => id === slotId);
  const at = slot ? new Date(slot.startsAt) : null;
  const time = at ? `${formatTime(at, facts.setup.zone)} ${zoneName(at, facts.setup.zone)}` : '';
  const field = block.reason.startsWith('table') ? ['tableId'] : ['slotId'];
  const { reason } = block;
  switch (reason) {
    case 'does_not_meet':
    case 'pair_closed':
      return { reason, field: ['pairId'] };
    case 'no_table_left':
      return { reason, field, params: { time } };
    case 'startup_away':
    case 'investor_away':
      return { reason, field, params: { who: named(facts, block.id, locale, '은/는'), time } };
    case 'startup_meets':
    case 'investor_meets': {
      const other = otherOf(facts, block.pairId, block.id);
      const params = {
        who: named(facts, block.id, locale, '은/는'),
        with: named(facts, other, locale, '와/과'),
        time,
      };
      return { reason, field, params };
    }
    case 'table_away':
      return { reason, field, params: { table: tableName(facts, block.id), time } };
    case 'table_taken':
      return {
        reason,
        field,
        params: { table: tableName(facts, block.id), pair: pairNameById(facts, block.pairId, locale), time },
      };
    case 'startup_full':
    case 'investor_full': {
      const max = (reason === 'startup_full' ? facts.rules.startupMax : facts.rules.investorMax) ?? 0;
      return { reason, field, params: { who: named(facts, block.id, locale, '은/는'), max } };
    }
    case 'startup_rests':
    case 'investor_rests':
      return { reason, field, params: { who: named(facts, block.id, locale, '은/는'), time } };
  }
}

type Particle = '은/는' | '와/과';

function partyName(facts: Facts, id: string, locale: Locale): string {
  const party =
    facts.startups.find((each) => each.id === id) ?? facts.investors.find((each) => each.id === id);
  return party ? shownName(party, locale) : '';
}

function named(facts: Facts, id: string, locale: Locale, particle: Particle): string {
  const name = partyName(facts, id, locale);
  return locale === 'ko' ? withParticle(name, particle) : name;
}

function tableName(facts: Facts, id: string): string {
  return facts.tables.find((table) => table.id === id)?.name ?? '';
}

/** `StepOne · Firm 7`. */
export function pairNameById(facts: Facts, pairId: string, locale: Locale): string {
  const pair = facts.pairs.find(({ id }) => id === pairId);
  if (!pair) return '';
  return `${partyName(facts, pair.startupId, locale)} · ${partyName(facts, pair.investorId, locale)}`;
}

function otherOf(facts: Facts, pairId: string, partyId: string): string {
  const pair = facts.pairs.find(({ id }) => id === pairId);
  return (pair?.startupId === partyId ? pair.investorId : pair?.startupId) ?? '';
}
