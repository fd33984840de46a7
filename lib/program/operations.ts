import type { noInput, pageInput } from '@/lib/core/fields';
import { create, get, patch, post, put } from '@/lib/core/operation';
import type { namedShape } from '@/lib/core/shapes';
import type {
  addSlotsInput,
  addTablesInput,
  archiveProgramInput,
  cloneProgramInput,
  closeProgramInput,
  createProgramInput,
  deleteProgramInput,
  editProgramInput,
  importFxRatesInput,
  keepSetupStepInput,
  listProgramsInput,
  listSlotsInput,
  removeSlotsInput,
  renameTableInput,
  reopenProgramInput,
  restoreProgramInput,
  secondFactorRule,
  setFxRateInput,
  setStagesInput,
  tableInput,
} from './schema';
import type {
  addedSlots,
  addedTables,
  archivedProgram,
  clonedProgram,
  closedProgram,
  createdProgram,
  deletedProgram,
  editedProgram,
  importedFxRates,
  keptSetupStep,
  listedFxRates,
  listedPrograms,
  listedSlots,
  newFxRate,
  programContents,
  programSettings,
  removedSlots,
  restoredProgram,
} from './schema/settings';

export const programOperations = {
  listPrograms: get<typeof listProgramsInput, typeof listedPrograms>(
    'program.list',
    '/programs',
    'The programs you may enter',
  ),
  createProgram: create<typeof createProgramInput, typeof createdProgram>(
    'program.create',
    '/programs',
    'Create a program',
  ),
  restoreProgram: post<typeof restoreProgramInput, typeof restoredProgram>(
    'program.restore',
    '/programs/restore',
    'Restore a program',
  ),
  getProgram: get<typeof noInput, typeof programSettings>(
    'program.get',
    '/programs/{program}',
    'A program with its stages and tables',
  ),
  editProgram: patch<typeof editProgramInput, typeof editedProgram>(
    'program.edit',
    '/programs/{program}',
    'Change names, venue, zones, currency',
  ),
  archiveProgram: post<typeof archiveProgramInput, typeof archivedProgram>(
    'program.archive',
    '/programs/{program}/archive',
    'Archive the program',
  ),
  countProgram: get<typeof noInput, typeof programContents>(
    'program.contents',
    '/programs/{program}/contents',
    'How much there is in the program',
  ),
  cloneProgram: create<typeof cloneProgramInput, typeof clonedProgram>(
    'program.clone',
    '/programs/{program}/clone',
    'Make a new program from this one, without its outcomes',
  ),
  deleteProgram: post<typeof deleteProgramInput, typeof deletedProgram>(
    'program.delete',
    '/programs/delete',
    'Delete a program from which nothing was published',
  ),
  keepSetupStep: put<typeof keepSetupStepInput, typeof keptSetupStep>(
    'program.keep_setup_step',
    '/programs/{program}/setup',
    'Keep the step at which the set-up stands',
  ),
  closeProgram: post<typeof closeProgramInput, typeof closedProgram>(
    'program.close',
    '/programs/{program}/close',
    'Close the program: it is read, and not changed, from then on',
  ),
  reopenProgram: post<typeof reopenProgramInput, typeof closedProgram>(
    'program.reopen',
    '/programs/{program}/reopen',
    'Open a closed program again, for a reason',
  ),
  findSecondFactorRule: get<typeof noInput, typeof secondFactorRule>(
    'program.second_factor_rule',
    '/programs/{program}/second-factor',
    'Whether officers and admins sign in by two proofs',
  ),
  requireSecondFactor: put<typeof secondFactorRule, typeof secondFactorRule>(
    'program.require_second_factor',
    '/programs/{program}/second-factor',
    'Ask officers and admins for two proofs, or one',
  ),
  setStages: put<typeof setStagesInput, typeof editedProgram>(
    'program.set_stages',
    '/programs/{program}/stages',
    'Set dates and zones of stages',
  ),
  addTables: create<typeof addTablesInput, typeof addedTables>(
    'program.add_tables',
    '/programs/{program}/tables',
    'Add tables',
  ),
  renameTable: patch<typeof renameTableInput, typeof namedShape>(
    'program.rename_table',
    '/programs/{program}/tables/{tableId}',
    'Rename a table',
  ),
  archiveTable: post<typeof tableInput, typeof namedShape>(
    'program.archive_table',
    '/programs/{program}/tables/{tableId}/archive',
    'Archive a table',
  ),
  restoreTable: post<typeof tableInput, typeof namedShape>(
    'program.restore_table',
    '/programs/{program}/tables/{tableId}/restore',
    'Restore a table',
  ),
  listSlots: get<typeof listSlotsInput, typeof listedSlots>(
    'program.list_slots',
    '/programs/{program}/slots',
    'The grid of slots',
  ),
  addSlots: create<typeof addSlotsInput, typeof addedSlots>(
    'program.add_slots',
    '/programs/{program}/slots',
    'Add slots',
  ),
  removeSlots: post<typeof removeSlotsInput, typeof removedSlots>(
    'program.remove_slots',
    '/programs/{program}/slots/remove',
    'Remove slots',
  ),
  listFxRates: get<typeof pageInput, typeof listedFxRates>(
    'program.list_fx_rates',
    '/programs/{program}/fx-rates',
    'Exchange rates',
  ),
  setFxRate: put<typeof setFxRateInput, typeof newFxRate>(
    'program.set_fx_rate',
    '/programs/{program}/fx-rates',
    'Set the exchange rate of a day',
  ),
  importFxRates: create<typeof importFxRatesInput, typeof importedFxRates>(
    'program.import_fx_rates',
    '/programs/{program}/fx-rates/import',
    'Set the exchange rates of several days, all or none',
  ),
};
