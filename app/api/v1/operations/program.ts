import {
  addContact,
  archiveContact,
  editContact,
  restoreContact,
  revealContact,
} from '@/lib/program/commands/contacts';
import { archiveProgram, createProgram, editProgram, restoreProgram } from '@/lib/program/commands/programs';
import { importFxRates, setFxRate } from '@/lib/program/commands/rates';
import { addSlots, removeSlots } from '@/lib/program/commands/slots';
import { setStages } from '@/lib/program/commands/stages';
import { addTables, archiveTable, renameTable, restoreTable } from '@/lib/program/commands/tables';
import { getProgram, listPrograms } from '@/lib/program/queries/programs';
import { listFxRates } from '@/lib/program/queries/rates';
import { listSlots } from '@/lib/program/queries/slots';
import { inInstallation, inProgram } from '../operation';

export const programOperations = [
  inInstallation(listPrograms, { method: 'GET', path: '/programs', summary: 'The programs you may enter' }),
  inInstallation(createProgram, {
    method: 'POST',
    path: '/programs',
    summary: 'Create a program',
    creates: true,
  }),
  inInstallation(restoreProgram, {
    method: 'POST',
    path: '/programs/restore',
    summary: 'Restore a program',
  }),
  inProgram(getProgram, { method: 'GET', path: '', summary: 'A program with its stages and tables' }),
  inProgram(editProgram, { method: 'PATCH', path: '', summary: 'Change names, venue, zones, currency' }),
  inProgram(archiveProgram, { method: 'POST', path: '/archive', summary: 'Archive the program' }),
  inProgram(setStages, { method: 'PUT', path: '/stages', summary: 'Set dates and zones of stages' }),
  inProgram(addTables, { method: 'POST', path: '/tables', summary: 'Add tables', creates: true }),
  inProgram(renameTable, { method: 'PATCH', path: '/tables/{table}', summary: 'Rename a table' }),
  inProgram(archiveTable, { method: 'POST', path: '/tables/{table}/archive', summary: 'Archive a table' }),
  inProgram(restoreTable, { method: 'POST', path: '/tables/{table}/restore', summary: 'Restore a table' }),
  inProgram(listSlots, { method: 'GET', path: '/slots', summary: 'The grid of slots' }),
  inProgram(addSlots, { method: 'POST', path: '/slots', summary: 'Add slots', creates: true }),
  inProgram(removeSlots, { method: 'POST', path: '/slots/remove', summary: 'Remove slots' }),
  inProgram(listFxRates, { method: 'GET', path: '/fx-rates', summary: 'Exchange rates' }),
  inProgram(setFxRate, { method: 'PUT', path: '/fx-rates', summary: 'Set the exchange rate of a day' }),
  inProgram(importFxRates, {
    method: 'POST',
    path: '/fx-rates/import',
    summary: 'Set the exchange rates of several days, all or none',
    creates: true,
  }),
  inProgram(addContact, {
    method: 'POST',
    path: '/contacts',
    summary: 'Add a person to a startup or an investor',
    creates: true,
  }),
  inProgram(editContact, { method: 'PATCH', path: '/contacts/{contact}', summary: 'Change a contact' }),
  inProgram(archiveContact, {
    method: 'POST',
    path: '/contacts/{contact}/archive',
    summary: 'Archive a contact',
  }),
  inProgram(restoreContact, {
    method: 'POST',
    path: '/contacts/{contact}/restore',
    summary: 'Restore a contact',
  }),
  inProgram(revealContact, {
    method: 'POST',
    path: '/contacts/{contact}/reveal',
    summary: 'Unmasked contact details; who viewed them and why is recorded',
  }),
];
