// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';
import { answerRequests, renderWithMessages, route } from '@/scripts/test/render';
import { AddressProvider } from '../filter/address-context';
import { PairTable } from './pair-table';

const OFFICER = { id: 'o1', name: '김담당', nameEn: 'Officer Kim', startupId: null };
const step = { text: 'Send the deck', on: '2023-06-01', owner: null };
const PAIRS = ['Alpha', 'Beta', 'Gamma'].map((name, index) =>
  pairItem({ id: `p${index}`, investor: { id: `i${index}`, name }, version: 7, nextStep: step }),
);
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

function show(can = { move: true, edit: true, assign: true }) {
  route.query = new URLSearchParams('view=table&sort=investor');
  renderWithMessages(
    <AddressProvider>
      <PairTable
        {...{ slug: 'sample', items: PAIRS, nextCursor: null, all: 3, sectors: [], can, baseCurrency: 'KRW' }}
        facets={{ startups: [], investors: [], people: [OFFICER] }}
        asOf="2023-05-03"
        zones={['America/New_York', 'Asia/Seoul']}
      />
    </AddressProvider>,
  );
}
const cell = (row: number, column: string) => {
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  const at = heads.findIndex((head) => head?.startsWith(column));
  return document.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${at}"]`);
};
const here = () => document.activeElement?.closest<HTMLElement>('[data-column]');

answerRequests(sent);
beforeEach(() => {
  // Nothing has a size without a layout: on paper all rows are drawn.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: true }));
});

/** The pair with what was asked for, as the server has it. */
function accept() {
  sent.mockImplementation(async (path, { body }) => {
    const { changes } = JSON.parse(String(body)) as { changes: { nextStep: string } };
    const pair = PAIRS.find(({ id }) => path.endsWith(id)) as PairItem;
    return Response.json({ pair: { ...pair, version: 8, nextStep: { ...step, text: changes.nextStep } } });
  });
}

describe('the keys of the table', () => {
  it('moves by arrows over cells and heads, with one stop for Tab', async () => {
    show();
    cell(0, 'Investor')?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(here()).toBe(cell(1, 'Stage'));
    expect(document.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(here()?.closest('thead')).not.toBeNull();
  });

  it('opens the pair by Enter on its name', async () => {
    show();
    cell(1, 'Investor')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(route.push).toHaveBeenCalledWith(expect.stringMatching(/^\/programs\/sample\/pairs\/p1/));
  });

  it('edits by Enter and saves by Enter: what was read goes with what was changed', async () => {
    accept();
    show();
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Enter}');
    expect(cell(0, 'Next step')?.textContent).toBe('Call back');
    expect(here()).toBe(cell(0, 'Next step'));
    const [path, init] = sent.mock.calls[0] ?? [];
    expect(path).toBe('/api/v1/programs/sample/pairs/p0');
    expect(JSON.parse(String(init?.body))).toEqual({
      version: 7,
      changes: { nextStep: 'Call back' },
      base: { nextStep: 'Send the deck' },
    });
  });

  it('saves by Tab and goes on to the next cell that can be edited', async () => {
    accept();
    show();
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Tab}');
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
    expect(here()).toBe(cell(0, 'Due'));
    expect(here()?.querySelector('input')).toBe(document.activeElement);
  });

  it('gives the cell back as it was by Escape, and sends nothing', async () => {
    show();
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Escape}');
    expect(cell(0, 'Next step')?.textContent).toBe('Send the deck');
    expect(here()).toBe(cell(0, 'Next step'));
    expect(sent).not.toHaveBeenCalled();
  });

  it('keeps what was typed, with the reason, when the server refuses it', async () => {
    sent.mockImplementation(async () =>
      Response.json(
        {
          code: 'invalid',
          errors: [{ pointer: '/changes/nextStep', reason: 'too_long', message: 'Too long.' }],
        },
        { status: 422 },
      ),
    );
    show();
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Too long.');
    expect(cell(0, 'Next step')?.querySelector('input')?.value).toBe('Call back');
  });

  it('T31 asks about a cell that somebody else changed too, in a form with both values and the one both had read', async () => {
    const theirs = { ...(PAIRS[0] as PairItem), version: 8, nextStep: { ...step, text: 'Theirs' } };
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    sent.mockImplementation(async (_, { body }) =>
      JSON.parse(String(body)).version === 7
        ? Response.json({ code: 'conflict', errors, current: theirs }, { status: 409 })
        : Response.json({ pair: { ...theirs, version: 9, nextStep: { ...step, text: 'Call back' } } }),
    );
    show();
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Enter}');
    const form = within(await screen.findByRole('dialog'));
    expect((await form.findByRole('alert')).textContent).toMatch(/Call back.*Theirs.*Send the deck/);
    expect(cell(0, 'Next step')?.textContent).toBe('Theirs');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(cell(0, 'Next step')?.textContent).toBe('Call back'));
    expect(JSON.parse(String(sent.mock.calls[1]?.[1].body))).toEqual({
      version: 8,
      changes: { nextStep: 'Call back' },
      base: { nextStep: 'Theirs' },
    });
  });

  it('T31 names who owns the pair by now, though that person has left the program', async () => {
    const gone = { id: 'gone', name: '이전임', nameEn: 'Former Lee' };
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    const current = { ...(PAIRS[0] as PairItem), version: 8, owner: gone };
    sent.mockImplementation(async () =>
      Response.json({ code: 'conflict', errors, current }, { status: 409 }),
    );
    show();
    cell(0, 'Officer')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Officer/ }), OFFICER.id);
    await userEvent.keyboard('{Enter}');
    const form = within(await screen.findByRole('dialog'));
    expect((await form.findByRole('alert')).textContent).toMatch(/Officer Kim.*Former Lee/);
  });

  it('T31 asks about two cells one after the other, each in a form of its own pair', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    sent.mockImplementation(async (path, { body }) => {
      const { version, changes } = JSON.parse(String(body));
      const read = PAIRS.find(({ id }) => path.endsWith(id)) as PairItem;
      if (version > 7)
        return Response.json({
          pair: { ...read, version: 9, nextStep: { ...step, text: changes.nextStep } },
        });
      await promise;
      const current = { ...read, version: 8, nextStep: { ...step, text: 'Theirs' } };
      return Response.json({ code: 'conflict', errors, current }, { status: 409 });
    });
    show();
    for (const [row, text] of [
      [0, 'First'],
      [1, 'Second'],
    ] as const) {
      cell(row, 'Next step')?.focus();
      await userEvent.keyboard('{Enter}');
      await userEvent.keyboard(`${text}{Enter}`);
    }
    resolve();
    for (const [row, text] of [
      [0, 'First'],
      [1, 'Second'],
    ] as const) {
      expect((await screen.findByRole('alert')).textContent).toMatch(`${text}Theirs`);
      await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
      await waitFor(() => expect(cell(row, 'Next step')?.textContent).toBe(text));
    }
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens nothing for those who may not edit', async () => {
    show({ move: false, edit: false, assign: false });
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(cell(0, 'Next step')?.querySelector('input')).toBeNull();
  });
});

describe('the heads of the columns', () => {
  const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
  const widthOfStage = () => document.querySelectorAll('col')[3]?.style.inlineSize;
  const stageHead = () => screen.getByRole('button', { name: 'Stage' });

  it('widen and narrow their column by keys, and say so', async () => {
    show();
    stageHead().focus();
    const before = Number.parseFloat(widthOfStage() ?? '');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Alt}');
    expect(widthOfStage()).toBe(`${before + 2}rem`);
    expect(screen.getByText(`Stage: width ${Math.round(before + 2)}`)).toBeTruthy();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{/Alt}');
    expect(widthOfStage()).toBe(`${before}rem`);
  });

  it('widen their column by their edge, and do not sort or move it then', async () => {
    show();
    const edge = stageHead().parentElement?.querySelector('.ui-column-edge') as HTMLElement;
    edge.setPointerCapture = () => {};
    const before = Number.parseFloat(widthOfStage() ?? '');
    fireEvent.pointerDown(edge, { button: 0, clientX: 100 });
    fireEvent.pointerMove(edge, { clientX: 132 });
    fireEvent.pointerUp(edge, { clientX: 132 });
    fireEvent.pointerMove(edge, { clientX: 500 });
    expect(widthOfStage()).toBe(`${before + 2}rem`);
    expect(heads().indexOf('Stage')).toBe(3);
    expect(window.location.search).not.toContain('sort');
  });

  it('move by keys, and the address keeps the order', async () => {
    const replaced = vi.spyOn(window.history, 'replaceState');
    show();
    stageHead().focus();
    await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
    const [, , address] = replaced.mock.calls.at(-1) ?? [];
    expect(String(address)).toMatch(/columns=status(%2C|,|&columns=)stage/);
    expect(screen.getByText(/^Stage: column 4 of/)).toBeTruthy();
  });

  it('move by the mouse to the gap where they are let go, without sorting', async () => {
    const replaced = vi.spyOn(window.history, 'replaceState');
    show();
    for (const [at, head] of screen.getAllByRole('columnheader').entries())
      head.getBoundingClientRect = () => new DOMRect(at * 100, 0, 100, 36);
    fireEvent.pointerDown(stageHead(), { button: 0, clientX: 350 });
    fireEvent.pointerMove(document, { clientX: 610 });
    expect(document.querySelector('[data-drop]')?.textContent).toBe('Interest');
    fireEvent.pointerUp(document, { clientX: 610 });
    fireEvent.click(stageHead());
    const [, , address] = replaced.mock.calls.at(-1) ?? [];
    expect(String(address)).toMatch(/columns=status(%2C|,|&columns=)amount(%2C|,|&columns=)stage/);
    expect(String(address)).toContain('sort=investor');
  });
});

describe('a range of cells', () => {
  const selected = () =>
    [...document.querySelectorAll('[data-range]')].map((each) => each.textContent?.replace('·', ''));
  const copy = () => {
    const clipboardData = new DataTransfer();
    const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData });
    document.activeElement?.dispatchEvent(event);
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html'), event };
  };

  it('grows by Shift and arrows while the focus stays, is announced, and ends by Escape', async () => {
    show();
    cell(0, 'Investor')?.focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(selected()).toEqual(['Alpha', 'Candidate', 'Beta', 'Candidate']);
    expect(here()).toBe(cell(0, 'Investor'));
    expect(screen.getByText('2 rows, 2 columns selected')).toBeTruthy();
    expect(cell(1, 'Stage')?.dataset.range).toBe('bottom end');
    expect(document.querySelectorAll('td[aria-selected="true"]')).toHaveLength(4);
    await userEvent.keyboard('{Escape}');
    expect(selected()).toEqual([]);
    expect(here()).toBe(cell(0, 'Investor'));
  });

  it('ends when the focus moves on', async () => {
    show();
    cell(0, 'Investor')?.focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{ArrowRight}');
    expect(selected()).toEqual([]);
    expect(here()).toBe(cell(0, 'Stage'));
  });

  it('brings the corner that keys lead on into sight, and leaves the table where it is for whole rows', async () => {
    const brought = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
    show();
    act(() => cell(0, 'Stage')?.focus());
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(brought.mock.contexts).toEqual([cell(1, 'Stage')]);
    await userEvent.keyboard('{Shift>} {/Shift}{Control>}a{/Control}');
    expect(brought).toHaveBeenCalledTimes(1);
  });

  it('takes the row, the column or all cells, and never the boxes or the heads', async () => {
    show();
    cell(1, 'Stage')?.focus();
    const columns = screen.getAllByRole('columnheader').length - 1;
    await userEvent.keyboard('{Shift>} {/Shift}');
    expect(selected()).toHaveLength(columns);
    await userEvent.keyboard('{Escape}{Control>} {/Control}');
    expect(selected()).toEqual(['Candidate', 'Candidate', 'Candidate']);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(selected()).toHaveLength(3 * columns);
    expect(screen.getAllByRole('checkbox', { checked: false })).toHaveLength(4);
  });

  it('is drawn by the mouse and by Shift and a press, and leaves links and boxes alone', async () => {
    show();
    const at = (row: number, column: string) => cell(row, column) as HTMLElement;
    fireEvent.mouseDown(at(0, 'Stage'), { button: 0 });
    fireEvent.mouseMove(at(1, 'Status'), { buttons: 1 });
    fireEvent.mouseUp(at(1, 'Status'));
    fireEvent.mouseMove(at(2, 'Status'), { buttons: 0 });
    expect(selected()).toEqual(['Candidate', 'Open', 'Candidate', 'Open']);
    act(() => at(2, 'Stage').focus());
    expect(selected()).toEqual([]);
    fireEvent.mouseDown(at(1, 'Investor'), { button: 0, shiftKey: true });
    expect(selected()).toEqual(['Beta', 'Candidate', 'Gamma', 'Candidate']);
    const link = at(0, 'Startup').querySelector('a') as HTMLElement;
    expect(fireEvent.mouseDown(link, { button: 0, shiftKey: true })).toBe(true);
    expect(selected()).toHaveLength(4);
  });

  it('is copied as a spreadsheet reads it, and the cell with the focus alone where there is no range', async () => {
    show();
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(copy().text).toBe('Send the deck\t2023-06-01\r\nSend the deck\t2023-06-01');
    expect(copy().html).toContain('<tr><td>Send the deck</td><td>2023-06-01</td></tr>');
    expect(await screen.findByText('2 rows, 2 columns copied')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(copy().text).toBe('Send the deck');
  });

  it('leaves copying to a field that is open', async () => {
    show();
    cell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    const { text, event } = copy();
    expect(text).toBe('');
    expect(event.defaultPrevented).toBe(false);
  });
});
