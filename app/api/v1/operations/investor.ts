import { addInvestor, archiveInvestor, editInvestor, restoreInvestor } from '@/lib/investor/commands';
import { getInvestor } from '@/lib/investor/queries/item';
import { listInvestors } from '@/lib/investor/queries/list';
import { inProgram } from '../operation';

export const investorOperations = [
  inProgram(listInvestors, {
    method: 'GET',
    path: '/investors',
    summary: 'Investors by name, with their figures',
  }),
  inProgram(getInvestor, {
    method: 'GET',
    path: '/investors/{investor}',
    summary: 'One investor with its people and figures',
  }),
  inProgram(addInvestor, { method: 'POST', path: '/investors', summary: 'Add an investor', creates: true }),
  inProgram(editInvestor, { method: 'PATCH', path: '/investors/{investor}', summary: 'Change the profile' }),
  inProgram(archiveInvestor, {
    method: 'POST',
    path: '/investors/{investor}/archive',
    summary: 'Archive an investor',
  }),
  inProgram(restoreInvestor, {
    method: 'POST',
    path: '/investors/{investor}/restore',
    summary: 'Restore an investor',
  }),
];
