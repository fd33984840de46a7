import { byShownName } from '@/lib/core/shown-name';
import { programQuery } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { inShownOrder } from '../rules/facts';
import { stageInput } from '../schema';
import type { BlackoutRow } from '../schema/wishes';
import { blackoutGrid } from '../schema/wishes';
import { loadMeetings, loadPainted } from './away';
import { loadFacts } from './facts';

/** Who and what is away when: startups, investors, their people, tables, each with what else takes their time. */
export const getBlackouts = programQuery({
  operation: timetableOperations.getBlackouts,
  input: stageInput,
  output: blackoutGrid,
  may: canReadTimetables,
  run: async (tx, scope, { stage }) => {
    const { programId, viewer } = scope;
    const { facts } = await loadFacts(tx, scope, stage);
    const { busy } = await loadMeetings(tx, programId, stage, facts.slots);
    const painted = new Map<string, string[]>();
    for (const row of await loadPainted(tx, programId, stage)) {
      const id = row.startupId ?? row.investorId ?? row.contactId ?? row.tableId ?? '';
      painted.set(id, [...(painted.get(id) ?? []), row.slotId]);
    }
    const people = await tx.contact.findMany({
      where: { programId, archivedAt: null },
      select: { id: true, name: true, nameEn: true, startupId: true, investorId: true },
      orderBy: { id: 'asc' },
    });
    people.sort(byShownName(viewer.locale));
    const shown = inShownOrder(facts, viewer.locale);
    const row = (
      kind: BlackoutRow['kind'],
      { id, name, nameEn = name }: { id: string; name: string; nameEn?: string },
      of: string | null = null,
    ): BlackoutRow => ({
      ...{ kind, id, name, nameEn, of },
      away: painted.get(id) ?? [],
      busy: [...(busy.get(id) ?? [])],
      fixedTable: facts.fixedTables.get(id) ?? null,
    });
    const peopleOf = (party: string) =>
      people
        .filter(({ startupId, investorId }) => (startupId ?? investorId) === party)
        .map((person) => row('contact', person, party));
    const rows = [
      ...shown.startups.flatMap((each) => [row('startup', each), ...peopleOf(each.id)]),
      ...shown.investors.flatMap((each) => [row('investor', each), ...peopleOf(each.id)]),
      ...facts.tables.map((each) => row('table', each)),
    ];
    return { slots: facts.slots, rows };
  },
});
