import { addAmount } from '@/lib/amount/commands/add';
import { voidAmount } from '@/lib/amount/commands/void';
import { listAmounts } from '@/lib/amount/queries';
import { inProgram } from '../operation';

export const amountOperations = [
  inProgram(listAmounts, {
    method: 'GET',
    path: '/pairs/{pair}/amounts',
    summary: "A pair's amounts, oldest first, voided entries included",
  }),
  inProgram(addAmount, {
    method: 'POST',
    path: '/pairs/{pair}/amounts',
    summary: 'Add an entry to the ladder',
    creates: true,
  }),
  inProgram(voidAmount, {
    method: 'POST',
    path: '/pairs/{pair}/amounts/{amount}/void',
    summary: 'Void a mistaken entry',
  }),
];
