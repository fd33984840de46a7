import { AppError } from '@/lib/core/errors';
import type { Facts } from '../rules/facts';
import type { Change } from '../schema';

/** A change speaks of this stage's parties, tables and slots. Throws not_found. */
export function requireKnown(facts: Facts, change: Change): void {
  const parties = new Set(
    [...facts.startups, ...facts.investors, ...facts.tables]
      .map(({ id }) => id)
      .concat([...facts.soleContacts.keys()]),
  );
  const slots = new Set(facts.slots.map(({ id }) => id));
  const named = {
    parties: 'party' in change && change.party.kind !== 'contact' ? [change.party.id] : [],
    tables: 'tableId' in change ? [change.tableId] : [],
    slots: 'slotIds' in change ? (change.slotIds ?? []) : 'slotId' in change ? [change.slotId] : [],
  };
  const isKnown =
    [...named.parties, ...named.tables].every((id) => parties.has(id)) &&
    named.slots.every((id) => slots.has(id));
  if (!isKnown) throw new AppError('not_found', change.kind);
}
