import { screen } from '@testing-library/react';
import { beforeEach, vi } from 'vitest';
import { pairItem } from './pair-item';
import { answerRequests, renderWithMessages, route } from './render';

// Below `render`, which puts its own router in place of Next's before a component is loaded.

import { AddressProvider } from '@/components/pair/filter/address-context';
import { PairTable } from '@/components/pair/table/pair-table';

export const KIM = { id: 'o1', name: '김담당', nameEn: 'Officer Kim', startupId: null };
export const LEE = { id: 'o2', name: '이담당', nameEn: 'Officer Lee', startupId: null };
export const STEP = { text: 'Send the deck', on: '2023-06-01', owner: null };
/** Three pairs of one startup, as the table shows them. */
export const TABLE_PAIRS = ['Alpha', 'Beta', 'Gamma'].map((name, index) =>
  pairItem({ id: `p${index}`, investor: { id: `i${index}`, name }, version: 7, nextStep: STEP }),
);

type Sending = (path: string, init: RequestInit) => Promise<Response>;

/** Answers what a table of this file asks, and draws all of its rows. The mock knows what was sent. */
export function tableRequests() {
  const sent = vi.fn<Sending>();
  answerRequests(sent);
  beforeEach(() => {
    // Nothing has a size without a layout: on paper all rows are drawn.
    vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: true }));
  });
  return sent;
}

/** The table of the three pairs, in the order of investors; an officer's unless said. */
export function showTable({ can = { move: true, edit: true, assign: true }, people = [KIM] } = {}) {
  route.query = new URLSearchParams('view=table&sort=investor');
  renderWithMessages(
    <AddressProvider>
      <PairTable
        {...{ slug: 'sample', items: TABLE_PAIRS, nextCursor: null, all: 3, sectors: [], can }}
        facets={{ startups: [], investors: [], people }}
        asOf="2023-05-03"
        zones={['America/New_York', 'Asia/Seoul']}
        baseCurrency="KRW"
      />
    </AddressProvider>,
  );
}

/** The cell of a row from 0, by the beginning of its column's head. */
export function tableCell(row: number, column: string): HTMLElement | null {
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  const at = heads.findIndex((head) => head?.startsWith(column));
  return document.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${at}"]`);
}
