// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TimetableRules } from '@/lib/timetable/schema/stage';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { RulesForm } from './rules-form';

const READ: TimetableRules = {
  ...{ startupFloor: 10, investorFloor: 2, startupMax: null, investorMax: null },
  ...{ startupRestAfter: null, investorRestAfter: null, tablesAtOnce: null, bufferMinutes: 5, version: 1 },
};

/** The rules as the server holds them: a write at another version is stale. */
let held: TimetableRules;
const sent = vi.fn(async (_path: string, init: RequestInit) => {
  const { stage: _, version, ...rules } = JSON.parse(String(init.body));
  if (version !== held.version) {
    const stale = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    return Response.json({ code: 'conflict', errors: stale, current: held }, { status: 409 });
  }
  held = { ...rules, version: version + 1 };
  return Response.json(held);
});

answerRequests(sent);
beforeEach(() => {
  renderWithMessages(<RulesForm stage="main_session" rules={READ} usesTables tables={15} />);
});

const field = (group: string, label: string) =>
  within(screen.getByRole('group', { name: group })).getByLabelText<HTMLInputElement>(label);

async function save(to: HTMLInputElement, text: string) {
  await userEvent.clear(to);
  await userEvent.type(to, text);
  await userEvent.click(screen.getByRole('button', { name: 'Save rules' }));
}

describe('the rules of a stage', () => {
  it('sends all of them, and what is left empty as no limit', async () => {
    held = READ;
    await save(field('Minimum meetings', 'Each startup'), '8');
    await waitFor(() => expect(held).toEqual({ ...READ, startupFloor: 8, version: 2 }));
  });

  it('merges what two people changed apart', async () => {
    held = { ...READ, bufferMinutes: 10, version: 2 };
    await save(field('Minimum meetings', 'Each startup'), '8');
    await waitFor(() => expect(held).toEqual({ ...READ, startupFloor: 8, bufferMinutes: 10, version: 3 }));
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('puts a field that both changed to the reader: one press takes theirs, saving again keeps mine', async () => {
    held = { ...READ, startupFloor: 12, investorFloor: 3, version: 2 };
    await save(field('Minimum meetings', 'Each startup'), '8');
    const theirs = await screen.findByRole('button', { name: /^Use the saved value/ });
    expect([
      field('Minimum meetings', 'Each startup').value,
      field('Minimum meetings', 'Each investor').value,
    ]).toEqual(['8', '3']);
    expect(held.startupFloor).toBe(12);
    await userEvent.click(theirs);
    expect(field('Minimum meetings', 'Each startup').value).toBe('12');
    await save(field('Minimum meetings', 'Each startup'), '9');
    await waitFor(() => expect(held).toEqual({ ...READ, startupFloor: 9, investorFloor: 3, version: 3 }));
  });
});
