import { canReadAudit } from '@/lib/audit/policy';
import { listAudit } from '@/lib/audit/queries';
import { auditWords } from '@/lib/audit/rules/words';
import { canReadMeetings } from '@/lib/meeting/policy';
import { agendaZone } from '@/lib/meeting/queries/filter';
import { listMeetings } from '@/lib/meeting/queries/list';
import { canReadParties } from '@/lib/party/policy';
import { canReadPeople } from '@/lib/person/policy';
import { listMembers } from '@/lib/person/queries/members';
import { canReadTimetables, canReadWishes } from '@/lib/timetable/policy';
import { getGrid } from '@/lib/timetable/queries/grid';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { shownWishes } from '@/lib/timetable/rules/shown-wishes';
import { transferOperations } from '../operations';
import { batch, pagesOf, placedMeetings, readListedParties } from '../queries/lists';
import { wholeTable } from '../rules/columns/column';
import { gridColumns, meetingColumns, placedColumns, wishColumns } from '../rules/columns/meeting';
import { investorColumns, startupColumns } from '../rules/columns/party';
import { auditColumns, memberColumns } from '../rules/columns/people';
import {
  exportAuditInput,
  exportInvestorsInput,
  exportMeetingsInput,
  exportPeopleInput,
  exportStartupsInput,
  exportTimetableInput,
  exportWishesInput,
} from '../schema';
import { listFile } from './list-file';

/** The agenda as its address says. */
export const exportMeetings = listFile({
  operation: transferOperations.meetings,
  input: exportMeetingsInput,
  may: canReadMeetings,
  list: 'meetings',
  read: async ({ tx, scope, input: { format: _, lang: _lang, ...filter }, ...words }) => {
    const zone = agendaZone(scope, filter.zone);
    const read = (cursor?: string) =>
      listMeetings.within(tx, scope, { ...filter, limit: 1000, ...(cursor ? { cursor } : {}) });
    return { columns: meetingColumns(words, zone), rows: pagesOf(read), zone };
  },
});

export const exportStartups = listFile({
  operation: transferOperations.startups,
  input: exportStartupsInput,
  may: canReadParties,
  list: 'startups',
  read: async ({ tx, scope, input: { format: _, lang: _lang, ...filter }, ...words }) => {
    const parties = await readListedParties(tx, scope, 'startup', filter);
    return { columns: startupColumns(words, parties), rows: batch(parties) };
  },
});

export const exportInvestors = listFile({
  operation: transferOperations.investors,
  input: exportInvestorsInput,
  may: canReadParties,
  list: 'investors',
  read: async ({ tx, scope, input: { format: _, lang: _lang, ...filter }, ...words }) => {
    const parties = await readListedParties(tx, scope, 'investor', filter);
    return { columns: investorColumns(words, parties), rows: batch(parties) };
  },
});

export const exportPeople = listFile({
  operation: transferOperations.people,
  input: exportPeopleInput,
  may: canReadPeople,
  list: 'people',
  read: async ({ tx, scope, ...words }) => {
    const { items } = await listMembers.within(tx, scope, {});
    return { columns: memberColumns(words), rows: batch(items) };
  },
});

/** The wishes of a stage as their screen narrows and sorts them; a startup's people get their own. */
export const exportWishes = listFile({
  operation: transferOperations.wishes,
  input: exportWishesInput,
  may: canReadWishes,
  list: 'wishes',
  read: async ({ tx, scope, input, ...words }) => {
    const { stage = 'main_session', q = '', word = 'all', planned = false, sort = 'startup' } = input;
    const { items } = await listWishes.within(tx, scope, { stage });
    const shown = shownWishes(items, { q, word, onlyPlanned: planned, sort }, words.locale);
    return {
      columns: wishColumns(words, scope.startupId !== null),
      rows: batch(shown),
      shown: { stage, q, planned, ...(word === 'all' ? {} : { word }) },
    };
  },
});

/** The meetings of a timetable as rows, and behind them its grid: slots down, tables across. */
export const exportTimetable = listFile({
  operation: transferOperations.timetable,
  input: exportTimetableInput,
  may: canReadTimetables,
  list: 'timetable',
  read: async ({ tx, scope, input: { timetableId }, ...words }) => {
    const grid = await getGrid.within(tx, scope, { timetableId });
    const { zone, stage } = grid.setup;
    const placed = placedMeetings(grid);
    const title = words.say('transfer.table.grid');
    const columns = gridColumns(words, placed, grid.tables);
    return {
      ...{ columns: placedColumns(words, zone), rows: batch(placed), zone },
      shown: { stage, timetable: grid.timetable.name },
      more: [wholeTable(title, columns, grid.slots, words.say)],
    };
  },
});

export const exportAudit = listFile({
  operation: transferOperations.audit,
  input: exportAuditInput,
  may: canReadAudit,
  list: 'audit',
  read: async ({ tx, scope, input: { format: _, lang: _lang, ...filter }, clocks, ...words }) => {
    const read = (cursor?: string) =>
      listAudit.within(tx, scope, { ...filter, limit: 200, ...(cursor ? { cursor } : {}) });
    const wordsOf = auditWords(words.say, words.locale, clocks.timeZone);
    return { columns: auditColumns(words, wordsOf), rows: pagesOf(read) };
  },
});
