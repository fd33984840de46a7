// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { showTable, tableCell, tableRequests } from '@/scripts/test/shown-table';

tableRequests();
const here = () => document.activeElement?.closest<HTMLElement>('[data-column]');

describe('the heads of the columns', () => {
  const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
  const widthOfStage = () => document.querySelectorAll('col')[3]?.style.inlineSize;
  const stageHead = () => screen.getByRole('button', { name: 'Stage' });

  it('widen and narrow their column by keys, and say so', async () => {
    showTable();
    stageHead().focus();
    const before = Number.parseFloat(widthOfStage() ?? '');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Alt}');
    expect(widthOfStage()).toBe(`${before + 2}rem`);
    expect(screen.getByText(`Stage: width ${Math.round(before + 2)}`)).toBeTruthy();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{/Alt}');
    expect(widthOfStage()).toBe(`${before}rem`);
  });

  it('widen their column by their edge, and do not sort or move it then', async () => {
    showTable();
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
    showTable();
    stageHead().focus();
    await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
    const [, , address] = replaced.mock.calls.at(-1) ?? [];
    expect(String(address)).toMatch(/columns=status(%2C|,|&columns=)stage/);
    expect(screen.getByText(/^Stage: column 4 of/)).toBeTruthy();
  });

  it('move by the mouse to the gap where they are let go, without sorting', async () => {
    const replaced = vi.spyOn(window.history, 'replaceState');
    showTable();
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
    showTable();
    tableCell(0, 'Investor')?.focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(selected()).toEqual(['Alpha', 'Candidate', 'Beta', 'Candidate']);
    expect(here()).toBe(tableCell(0, 'Investor'));
    expect(screen.getByText('2 rows, 2 columns selected')).toBeTruthy();
    expect(tableCell(1, 'Stage')?.dataset.range).toBe('bottom end');
    expect(document.querySelectorAll('td[aria-selected="true"]')).toHaveLength(4);
    await userEvent.keyboard('{Escape}');
    expect(selected()).toEqual([]);
    expect(here()).toBe(tableCell(0, 'Investor'));
  });

  it('ends when the focus moves on', async () => {
    showTable();
    tableCell(0, 'Investor')?.focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{ArrowRight}');
    expect(selected()).toEqual([]);
    expect(here()).toBe(tableCell(0, 'Stage'));
  });

  it('brings the corner that keys lead on into sight, and leaves the table where it is for whole rows', async () => {
    const brought = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
    showTable();
    act(() => tableCell(0, 'Stage')?.focus());
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(brought.mock.contexts).toEqual([tableCell(1, 'Stage')]);
    await userEvent.keyboard('{Shift>} {/Shift}{Control>}a{/Control}');
    expect(brought).toHaveBeenCalledTimes(1);
  });

  it('takes the row, the column or all cells, and never the boxes or the heads', async () => {
    showTable();
    tableCell(1, 'Stage')?.focus();
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
    showTable();
    const at = (row: number, column: string) => tableCell(row, column) as HTMLElement;
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
    showTable();
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(copy().text).toBe('Send the deck\t2023-06-01\r\nSend the deck\t2023-06-01');
    expect(copy().html).toContain('<tr><td>Send the deck</td><td>2023-06-01</td></tr>');
    expect(await screen.findByText('2 rows, 2 columns copied')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(copy().text).toBe('Send the deck');
  });

  it('leaves copying to a field that is open', async () => {
    showTable();
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    const { text, event } = copy();
    expect(text).toBe('');
    expect(event.defaultPrevented).toBe(false);
  });
});
