'use server';

import { runAsViewer, runInProgram } from '@/lib/platform/action';
import { archiveProgram, createProgram, editProgram, restoreProgram } from './commands/programs';
import { importFxRates, setFxRate } from './commands/rates';
import { addSlots, removeSlots } from './commands/slots';
import { setStages } from './commands/stages';
import { addTables, archiveTable, renameTable, restoreTable } from './commands/tables';

export async function createProgramAction(input: unknown, key?: string) {
  return runAsViewer(createProgram, input, key);
}

export async function editProgramAction(slug: string, input: unknown, key?: string) {
  return runInProgram(editProgram, slug, input, key);
}

export async function archiveProgramAction(slug: string, input: unknown, key?: string) {
  return runInProgram(archiveProgram, slug, input, key);
}

export async function restoreProgramAction(input: unknown, key?: string) {
  return runAsViewer(restoreProgram, input, key);
}

export async function setStagesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(setStages, slug, input, key);
}

export async function addTablesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addTables, slug, input, key);
}

export async function renameTableAction(slug: string, input: unknown, key?: string) {
  return runInProgram(renameTable, slug, input, key);
}

export async function archiveTableAction(slug: string, input: unknown, key?: string) {
  return runInProgram(archiveTable, slug, input, key);
}

export async function restoreTableAction(slug: string, input: unknown, key?: string) {
  return runInProgram(restoreTable, slug, input, key);
}

export async function addSlotsAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addSlots, slug, input, key);
}

export async function removeSlotsAction(slug: string, input: unknown, key?: string) {
  return runInProgram(removeSlots, slug, input, key);
}

export async function setFxRateAction(slug: string, input: unknown, key?: string) {
  return runInProgram(setFxRate, slug, input, key);
}

export async function importFxRatesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(importFxRates, slug, input, key);
}
