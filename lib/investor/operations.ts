import { create, get, patch, post } from '@/lib/core/operation';
import type {
  addInvestorInput,
  editInvestorInput,
  getInvestorInput,
  investorInput,
  listInvestorsInput,
  restoreInvestorInput,
} from './schema';

export const investorOperations = {
  listInvestors: get<typeof listInvestorsInput>(
    'investor.list',
    '/programs/{program}/investors',
    'Investors by name, with their figures',
  ),
  getInvestor: get<typeof getInvestorInput>(
    'investor.get',
    '/programs/{program}/investors/{investorId}',
    'One investor with its people and figures',
  ),
  addInvestor: create<typeof addInvestorInput>(
    'investor.add',
    '/programs/{program}/investors',
    'Add an investor',
  ),
  editInvestor: patch<typeof editInvestorInput>(
    'investor.edit',
    '/programs/{program}/investors/{investorId}',
    'Change the profile',
  ),
  archiveInvestor: post<typeof investorInput>(
    'investor.archive',
    '/programs/{program}/investors/{investorId}/archive',
    'Archive an investor',
  ),
  restoreInvestor: post<typeof restoreInvestorInput>(
    'investor.restore',
    '/programs/{program}/investors/{investorId}/restore',
    'Restore an investor',
  ),
};
