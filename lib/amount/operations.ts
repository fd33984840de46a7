import { create, get, post } from '@/lib/core/operation';
import type {
  addAmountInput,
  addedAmount,
  amountRecords,
  listAmountsInput,
  voidAmountInput,
  voidedAmount,
} from './schema';

export const amountOperations = {
  listAmounts: get<typeof listAmountsInput, typeof amountRecords>(
    'amount.list',
    '/programs/{program}/pairs/{pairId}/amounts',
    "A pair's amounts, oldest first, voided entries included",
  ),
  addAmount: create<typeof addAmountInput, typeof addedAmount>(
    'amount.add',
    '/programs/{program}/pairs/{pairId}/amounts',
    'Add an entry to the ladder',
  ),
  voidAmount: post<typeof voidAmountInput, typeof voidedAmount>(
    'amount.void',
    '/programs/{program}/pairs/{pairId}/amounts/{amountId}/void',
    'Void a mistaken entry',
  ),
};
