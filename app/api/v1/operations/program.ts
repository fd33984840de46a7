import { addEvidence } from '@/lib/file/commands/evidence';
import { addMaterial, archiveFile, restoreFile, setLogo } from '@/lib/file/commands/party-files';
import { getFile, listFiles } from '@/lib/file/queries';
import { applyImport } from '@/lib/import/commands/apply';
import { changeImport, decideRows, discardImport, mendRow } from '@/lib/import/commands/change';
import { createImport } from '@/lib/import/commands/create';
import { previewUndo, undoImport } from '@/lib/import/commands/undo';
import { getImport, listImportRows, listImports } from '@/lib/import/queries/imports';
import {
  addContact,
  archiveContact,
  editContact,
  restoreContact,
  revealContact,
} from '@/lib/party/commands/contacts';
import {
  mergeInvestors,
  mergeStartups,
  undoInvestorMerge,
  undoStartupMerge,
} from '@/lib/party/commands/merge';
import {
  addInvestor,
  addStartup,
  archiveInvestor,
  archiveStartup,
  editInvestor,
  editStartup,
  restoreInvestor,
  restoreStartup,
} from '@/lib/party/commands/parties';
import {
  listInvestorMerges,
  listStartupMerges,
  previewInvestorMerge,
  previewStartupMerge,
} from '@/lib/party/queries/merges';
import { getInvestor, getStartup, listInvestors, listStartups } from '@/lib/party/queries/parties';
import type { Bound } from '@/lib/platform/bound';
import { cloneProgram } from '@/lib/program/commands/clone';
import { closeProgram, reopenProgram } from '@/lib/program/commands/close';
import { deleteProgram } from '@/lib/program/commands/delete';
import { archiveProgram, createProgram, editProgram, restoreProgram } from '@/lib/program/commands/programs';
import { importFxRates, setFxRate } from '@/lib/program/commands/rates';
import { requireSecondFactor } from '@/lib/program/commands/second-factor';
import { keepSetupStep } from '@/lib/program/commands/setup';
import { addSlots, removeSlots, setStages } from '@/lib/program/commands/stages';
import { addTables, archiveTable, renameTable, restoreTable } from '@/lib/program/commands/tables';
import { countProgram } from '@/lib/program/queries/contents';
import { getProgram, listPrograms } from '@/lib/program/queries/programs';
import { listFxRates } from '@/lib/program/queries/rates';
import { findSecondFactorRule } from '@/lib/program/queries/second-factor';
import { listSlots } from '@/lib/program/queries/slots';
import { archiveView, editView, restoreView, saveView } from '@/lib/view/commands';
import { listViews } from '@/lib/view/queries';

/** What a program consists of: its settings, startups, investors, contacts, and what is imported. */
export const PROGRAM: readonly Bound[] = [
  listViews,
  saveView,
  editView,
  archiveView,
  restoreView,
  createImport,
  listImports,
  getImport,
  listImportRows,
  changeImport,
  mendRow,
  decideRows,
  applyImport,
  previewUndo,
  undoImport,
  discardImport,
  listInvestors,
  getInvestor,
  addInvestor,
  editInvestor,
  archiveInvestor,
  restoreInvestor,
  listPrograms,
  createProgram,
  restoreProgram,
  getProgram,
  editProgram,
  archiveProgram,
  countProgram,
  cloneProgram,
  keepSetupStep,
  deleteProgram,
  closeProgram,
  reopenProgram,
  findSecondFactorRule,
  requireSecondFactor,
  setStages,
  addTables,
  renameTable,
  archiveTable,
  restoreTable,
  listSlots,
  addSlots,
  removeSlots,
  listFxRates,
  setFxRate,
  importFxRates,
  addContact,
  editContact,
  archiveContact,
  restoreContact,
  revealContact,
  listFiles,
  getFile,
  addMaterial,
  setLogo,
  addEvidence,
  archiveFile,
  restoreFile,
  previewStartupMerge,
  listStartupMerges,
  mergeStartups,
  undoStartupMerge,
  previewInvestorMerge,
  listInvestorMerges,
  mergeInvestors,
  undoInvestorMerge,
  listStartups,
  getStartup,
  addStartup,
  editStartup,
  archiveStartup,
  restoreStartup,
];
