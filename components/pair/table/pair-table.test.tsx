// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { PairItem } from '@/lib/pair/schema';
import { route } from '@/scripts/test/render';
import { KIM, STEP, showTable, TABLE_PAIRS, tableCell, tableRequests } from '@/scripts/test/shown-table';

const sent = tableRequests();
const here = () => document.activeElement?.closest<HTMLElement>('[data-column]');

/** The pair with what was asked for, as the server has it. */
function accept() {
  sent.mockImplementation(async (path, { body }) => {
    const { changes } = JSON.parse(String(body)) as { changes: { nextStep: string } };
    const pair = TABLE_PAIRS.find(({ id }) => path.endsWith(id)) as PairItem;
    return Response.json({ pair: { ...pair, version: 8, nextStep: { ...STEP, text: changes.nextStep } } });
  });
}

describe('the keys of the table', () => {
  it('moves by arrows over cells and heads, with one stop for Tab', async () => {
    showTable();
    tableCell(0, 'Investor')?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(here()).toBe(tableCell(1, 'Stage'));
    expect(document.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(here()?.closest('thead')).not.toBeNull();
  });

  it('opens the pair by Enter on its name', async () => {
    showTable();
    tableCell(1, 'Investor')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(route.push).toHaveBeenCalledWith(expect.stringMatching(/^\/programs\/sample\/pairs\/p1/));
  });

  it('edits by Enter and saves by Enter: what was read goes with what was changed', async () => {
    accept();
    showTable();
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Enter}');
    expect(tableCell(0, 'Next step')?.textContent).toBe('Call back');
    expect(here()).toBe(tableCell(0, 'Next step'));
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
    showTable();
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Tab}');
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
    expect(here()).toBe(tableCell(0, 'Due'));
    expect(here()?.querySelector('input')).toBe(document.activeElement);
  });

  it('gives the cell back as it was by Escape, and sends nothing', async () => {
    showTable();
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Escape}');
    expect(tableCell(0, 'Next step')?.textContent).toBe('Send the deck');
    expect(here()).toBe(tableCell(0, 'Next step'));
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
    showTable();
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Too long.');
    expect(tableCell(0, 'Next step')?.querySelector('input')?.value).toBe('Call back');
  });

  it('T31 asks about a cell that somebody else changed too, in a form with both values and the one both had read', async () => {
    const theirs = { ...(TABLE_PAIRS[0] as PairItem), version: 8, nextStep: { ...STEP, text: 'Theirs' } };
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    sent.mockImplementation(async (_, { body }) =>
      JSON.parse(String(body)).version === 7
        ? Response.json({ code: 'conflict', errors, current: theirs }, { status: 409 })
        : Response.json({ pair: { ...theirs, version: 9, nextStep: { ...STEP, text: 'Call back' } } }),
    );
    showTable();
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Call back{Enter}');
    const form = within(await screen.findByRole('dialog'));
    expect((await form.findByRole('alert')).textContent).toMatch(/Call back.*Theirs.*Send the deck/);
    expect(tableCell(0, 'Next step')?.textContent).toBe('Theirs');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(tableCell(0, 'Next step')?.textContent).toBe('Call back'));
    expect(JSON.parse(String(sent.mock.calls[1]?.[1].body))).toEqual({
      version: 8,
      changes: { nextStep: 'Call back' },
      base: { nextStep: 'Theirs' },
    });
  });

  it('T31 names who owns the pair by now, though that person has left the program', async () => {
    const gone = { id: 'gone', name: '이전임', nameEn: 'Former Lee' };
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    const current = { ...(TABLE_PAIRS[0] as PairItem), version: 8, owner: gone };
    sent.mockImplementation(async () =>
      Response.json({ code: 'conflict', errors, current }, { status: 409 }),
    );
    showTable();
    tableCell(0, 'Officer')?.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Officer/ }), KIM.id);
    await userEvent.keyboard('{Enter}');
    const form = within(await screen.findByRole('dialog'));
    expect((await form.findByRole('alert')).textContent).toMatch(/Officer Kim.*Former Lee/);
  });

  it('T31 asks about two cells one after the other, each in a form of its own pair', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    sent.mockImplementation(async (path, { body }) => {
      const { version, changes } = JSON.parse(String(body));
      const read = TABLE_PAIRS.find(({ id }) => path.endsWith(id)) as PairItem;
      if (version > 7)
        return Response.json({
          pair: { ...read, version: 9, nextStep: { ...STEP, text: changes.nextStep } },
        });
      await promise;
      const current = { ...read, version: 8, nextStep: { ...STEP, text: 'Theirs' } };
      return Response.json({ code: 'conflict', errors, current }, { status: 409 });
    });
    showTable();
    for (const [row, text] of [
      [0, 'First'],
      [1, 'Second'],
    ] as const) {
      tableCell(row, 'Next step')?.focus();
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
      await waitFor(() => expect(tableCell(row, 'Next step')?.textContent).toBe(text));
    }
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens nothing for those who may not edit', async () => {
    showTable({ can: { move: false, edit: false, assign: false } });
    tableCell(0, 'Next step')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(tableCell(0, 'Next step')?.querySelector('input')).toBeNull();
  });
});
