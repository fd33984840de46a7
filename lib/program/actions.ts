'use server';

import { runAsViewer, runInProgram } from '@/lib/platform/action';
import { addContact, archiveContact, editContact, restoreContact, revealContact } from './commands/contacts';
import { archiveProgram, createProgram, editProgram, restoreProgram } from './commands/programs';
import { importFxRates, setFxRate } from './commands/rates';
import { addSlots, removeSlots } from './commands/slots';
import { setStages } from './commands/stages';
import { addTables, archiveTable, renameTable, restoreTable } from './commands/tables';

/** What the browser says is not yet known to be text. */
function keyed(key: unknown): { idempotencyKey?: string } {
  return typeof key === 'string' && key !== '' ? { idempotencyKey: key.slice(0, 100) } : {};
}

export async function createProgramAction(input: unknown, key?: string) {
  return runAsViewer(createProgram, input, keyed(key));
}

export async function editProgramAction(slug: string, input: unknown) {
  return runInProgram(editProgram, slug, input);
}

export async function archiveProgramAction(slug: string, input: unknown) {
  return runInProgram(archiveProgram, slug, input);
}

export async function restoreProgramAction(input: unknown, key?: string) {
  return runAsViewer(restoreProgram, input, keyed(key));
}

export async function setStagesAction(slug: string, input: unknown) {
  return runInProgram(setStages, slug, input);
}

export async function addTablesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addTables, slug, input, keyed(key));
}

export async function renameTableAction(slug: string, input: unknown) {
  return runInProgram(renameTable, slug, input);
}

export async function archiveTableAction(slug: string, input: unknown) {
  return runInProgram(archiveTable, slug, input);
}

export async function restoreTableAction(slug: string, input: unknown) {
  return runInProgram(restoreTable, slug, input);
}

export async function addSlotsAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addSlots, slug, input, keyed(key));
}

export async function removeSlotsAction(slug: string, input: unknown) {
  return runInProgram(removeSlots, slug, input);
}

export async function setFxRateAction(slug: string, input: unknown) {
  return runInProgram(setFxRate, slug, input);
}

export async function importFxRatesAction(slug: string, input: unknown, key?: string) {
  return runInProgram(importFxRates, slug, input, keyed(key));
}

export async function addContactAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addContact, slug, input, keyed(key));
}

export async function editContactAction(slug: string, input: unknown) {
  return runInProgram(editContact, slug, input);
}

export async function archiveContactAction(slug: string, input: unknown) {
  return runInProgram(archiveContact, slug, input);
}

export async function restoreContactAction(slug: string, input: unknown) {
  return runInProgram(restoreContact, slug, input);
}

export async function revealContactAction(slug: string, input: unknown) {
  return runInProgram(revealContact, slug, input);
}
