// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cellCode, type MatrixCell } from '@/lib/pair/rules/cells';
import type { PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';
import { renderWithMessages, route } from '@/scripts/test/render';
import { AddressProvider } from '../filter/address-context';
import { Matrix } from './matrix';

const STARTUPS = ['Gana', 'Dara'].map((nameEn, row) => ({
  id: `s${row}`,
  name: nameEn,
  nameEn,
  sector: 'ai',
}));
const INVESTORS = ['Alpha', 'Beta', 'Gamma'].map((name, column) => ({ id: `i${column}`, name }));
const CELL: MatrixCell = {
  stage: 'video_call',
  status: 'open',
  money: false,
  matches: true,
  reachedMain: false,
  named: true,
};
const items = STARTUPS.map((startup, row) =>
  INVESTORS.map((investor, column) =>
    pairItem({ id: `p${row}${column}`, startup, investor, stage: 'video_call', version: 3 }),
  ),
);
const matrix = {
  startups: STARTUPS,
  investors: INVESTORS,
  rows: items.map((row) => row.map(() => cellCode(CELL)).join('')),
  ids: items.map((row) => row.map(({ id }) => id)),
  sums: [],
};

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
/** Where each change went, and what it said. */
const changes = () =>
  sent.mock.calls
    .filter(([, { method }]) => method !== 'GET')
    .map(([path, { body }]) => [path, JSON.parse(String(body))]);

/** Reads give the pairs; what a change gives is said by the test. */
function answer(change: (body: Record<string, unknown>) => Response = () => Response.json({})) {
  sent.mockImplementation(async (_, { method, body }) =>
    method === 'GET'
      ? Response.json({ items: items.flat(), nextCursor: null })
      : change(JSON.parse(String(body)) as Record<string, unknown>),
  );
}

async function show(canMove = true) {
  renderWithMessages(
    <AddressProvider>
      <Matrix
        {...{ slug: 'sample', matrix, sectors: [], baseCurrency: 'KRW', canMove }}
        zones={['America/New_York', 'Asia/Seoul']}
      />
    </AddressProvider>,
  );
  await userEvent.tab();
  return screen.getByRole('grid');
}
/** `row column` of what has the focus; the headings are -1. */
const here = () => {
  const cell = document.activeElement?.closest<HTMLTableCellElement>('td, th');
  return `${cell?.closest('tr')?.dataset.line ?? -1} ${(cell?.cellIndex ?? 0) - 1}`;
};

beforeEach(() => {
  sent.mockReset();
  answer();
  vi.stubGlobal('fetch', sent);
});

it('asks for all pairs once though they do not come, and for a row that is pointed at by itself', async () => {
  sent.mockImplementation(async () => Response.json({ code: 'unavailable' }, { status: 503 }));
  const asked = () => sent.mock.calls.map(([path]) => /startup=(s\d)/.exec(path)?.[1] ?? 'all');
  await show();
  await waitFor(() => expect(asked()).toEqual(['s0', 'all']), { timeout: 5_000 });
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(asked()).toEqual(['s0', 'all', 's1']));
  // Longer than the browser waits until it has time for all of them.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(asked()).toEqual(['s0', 'all', 's1']);
});

describe('the keys of the matrix', () => {
  it('has one stop for Tab, the first square, and the stop goes along with the arrows', async () => {
    const grid = await show();
    expect(here()).toBe('0 0');
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(here()).toBe('1 1');
    expect([...grid.querySelectorAll('a[tabindex="0"]')]).toEqual([document.activeElement]);
  });

  it('stays inside, reaches the headings, and jumps to the ends', async () => {
    await show();
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(here()).toBe('0 2');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(here()).toBe('-1 2');
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(here()).toBe('1 2');
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(here()).toBe('1 -1');
  });

  it('opens the pair of the square by Enter', async () => {
    await show();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(route.push).toHaveBeenCalledWith('/programs/sample/pairs/p01'));
  });

  it('moves a pair by M, on a Korean keyboard too, and takes the move back', async () => {
    const moved = (stage: PairItem['stage']) => ({ ...(items[0]?.[1] as PairItem), stage, version: 4 });
    answer((body) =>
      'stage' in body
        ? Response.json({ pair: moved('pre_meeting'), eventId: 'e1' })
        : Response.json({ pairs: [{ ...moved('video_call'), version: 5 }] }),
    );
    await show();
    await userEvent.keyboard('{ArrowRight}');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ㅡ', code: 'KeyM' });
    const menu = await screen.findByRole('menu');
    await userEvent.click(within(menu).getByRole('menuitemradio', { name: /Pre-meeting/ }));
    const square = screen.getByRole('grid').querySelector('[data-line="0"] td:nth-of-type(2) a');
    await waitFor(() => expect(square?.textContent).toBe('2'));
    expect(changes()[0]).toEqual([
      '/api/v1/programs/sample/pairs/p01/stage',
      { stage: 'pre_meeting', version: 3 },
    ]);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(square?.textContent).toBe('1'));
    expect(changes()[1]).toEqual(['/api/v1/programs/sample/pairs/moves/undo', { eventIds: ['e1'] }]);
  });

  it('has no menu for those who may not move pairs', async () => {
    await show(false);
    await userEvent.keyboard('m');
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
