// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '@/lib/core/operation';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { ConflictPanel } from './conflict-panel';
import { useEdit } from './use-edit';

type Firm = { name: string; city: string };
type Held = Firm & { version: number };
type Input = { version: number } & Firm;
const edit: Operation<Input, Held> = {
  name: 'firm.edit',
  method: 'PATCH',
  path: '/firm',
  summary: 'Edit the firm.',
  creates: false,
};
const READ: Held = { name: 'Old', city: 'Seoul', version: 1 };

/** The firm as the server holds it: a write at another version is stale. */
let held: Held;
const sent = vi.fn(async (_path: string, init: RequestInit) => {
  const { version, ...firm } = JSON.parse(String(init.body));
  if (version !== held.version) {
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    return Response.json({ code: 'conflict', errors, current: held }, { status: 409 });
  }
  held = { ...firm, version: version + 1 };
  return Response.json(held);
});

type Typed = { values: Firm; over: { values: Firm; version: number } };
type Props = { firm: Held; unread?: string[]; typed?: Typed };

function FirmForm({ firm: { version, ...initial }, unread, typed }: Props) {
  const form = useEdit({
    ...{ initial, version, operation: edit, done: () => {} },
    input: ({ version }, values) => ({ ...values, version }),
    ...(unread && { unread }),
    ...(typed && { typed }),
  });
  return (
    <form {...form.props}>
      {(['name', 'city'] as const).map((field) => (
        <input
          key={field}
          aria-label={field}
          value={form.values[field]}
          onChange={(event) => form.set(field, event.target.value)}
        />
      ))}
      <ConflictPanel form={form} label={(field) => `The ${field}`} />
      <output aria-label="Problems">{form.problems.map(({ reason }) => reason).join()}</output>
      <button type="submit">Save</button>
    </form>
  );
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
async function type(name: string, text: string) {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));
const row = async () => (await screen.findByRole('row', { name: /^The name/ })).textContent;

answerRequests(sent);
beforeEach(() => {
  held = READ;
});

describe('a form over a record that others edit too', () => {
  it('T31 merges what two people changed apart, and asks nothing', async () => {
    renderWithMessages(<FirmForm firm={READ} />);
    held = { ...READ, city: 'Busan', version: 2 };
    await type('name', 'Mine');
    await save();
    await waitFor(() => expect(held).toEqual({ name: 'Mine', city: 'Busan', version: 3 }));
    expect(field('city').value).toBe('Busan');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('T31 shows mine, theirs and the original of a field that both changed; saving again keeps mine', async () => {
    renderWithMessages(<FirmForm firm={READ} />);
    held = { name: 'Theirs', city: 'Busan', version: 2 };
    await type('name', 'Mine');
    await save();
    expect(await row()).toMatch(/Mine.*Theirs.*Old/);
    expect(screen.getByLabelText('Problems').textContent).toBe('');
    expect(held.name).toBe('Theirs');
    await save();
    await waitFor(() => expect(held).toEqual({ name: 'Mine', city: 'Busan', version: 3 }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('T31 takes theirs by one press', async () => {
    renderWithMessages(<FirmForm firm={READ} />);
    held = { ...READ, name: 'Theirs', version: 2 };
    await type('name', 'Mine');
    await save();
    await userEvent.click(await screen.findByRole('button', { name: /^Use the saved value/ }));
    expect(field('name').value).toBe('Theirs');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('T31 asks at once when the page is read anew below a form that is open', async () => {
    const { rerender } = renderWithMessages(<FirmForm firm={READ} />);
    await type('name', 'Mine');
    held = { ...READ, name: 'Theirs', version: 2 };
    rerender(<FirmForm firm={held} />);
    expect(await row()).toMatch(/Mine.*Theirs.*Old/);
    // Another change elsewhere answers no question.
    held = { ...held, city: 'Busan', version: 3 };
    rerender(<FirmForm firm={held} />);
    await waitFor(() => expect(field('city').value).toBe('Busan'));
    expect(await row()).toMatch(/Mine.*Theirs.*Old/);
    await save();
    await waitFor(() => expect(held).toEqual({ name: 'Mine', city: 'Busan', version: 4 }));
  });

  it('takes over what the server merged into a save, so that no later edit is made over what is no more', async () => {
    const { rerender } = renderWithMessages(<FirmForm firm={READ} />);
    sent.mockImplementationOnce(async (_path, init) => {
      held = { name: JSON.parse(String(init.body)).name, city: 'Busan', version: 3 };
      return Response.json({ version: 3 });
    });
    await type('name', 'Mine');
    await save();
    await waitFor(() => expect(held.name).toBe('Mine'));
    rerender(<FirmForm firm={held} />);
    await waitFor(() => expect(field('city').value).toBe('Busan'));
    expect(field('name').value).toBe('Mine');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps what is typed while a save is on its way that turns out to be stale', async () => {
    renderWithMessages(<FirmForm firm={READ} />);
    const { promise, resolve } = Promise.withResolvers<void>();
    const answer = sent.getMockImplementation();
    sent.mockImplementationOnce(async (path, init) => {
      await promise;
      return (await answer?.(path, init)) as Response;
    });
    held = { ...READ, name: 'Theirs', version: 2 };
    await type('name', 'Mine');
    await save();
    await type('city', 'Daegu');
    resolve();
    expect(await row()).toMatch(/Mine.*Theirs.*Old/);
    expect(field('city').value).toBe('Daegu');
  });

  it('takes nothing over from the page while a save is on its way, and then loses nothing of theirs', async () => {
    const { rerender } = renderWithMessages(<FirmForm firm={READ} />);
    const { promise, resolve } = Promise.withResolvers<void>();
    const answer = sent.getMockImplementation();
    sent.mockImplementationOnce(async (path, init) => {
      await promise;
      return (await answer?.(path, init)) as Response;
    });
    await type('name', 'Mine');
    await save();
    held = { ...READ, city: 'Busan', version: 2 };
    rerender(<FirmForm firm={held} />);
    resolve();
    await waitFor(() => expect(held).toEqual({ name: 'Mine', city: 'Busan', version: 3 }));
    expect(field('city').value).toBe('Busan');
  });

  it('asks about a field that it changes without having read it', async () => {
    renderWithMessages(<FirmForm firm={{ ...READ, name: '' }} unread={['name']} />);
    held = { name: '', city: 'Busan', version: 2 };
    await type('name', 'Mine');
    await save();
    expect(await row()).toMatch(/Mine/);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('opens with what was typed elsewhere over an older reading, and asks', async () => {
    held = { ...READ, name: 'Theirs', version: 2 };
    const over = { values: { name: 'Old', city: 'Seoul' }, version: 1 };
    renderWithMessages(<FirmForm firm={held} typed={{ values: { name: 'Mine', city: 'Seoul' }, over }} />);
    expect(await row()).toMatch(/Mine.*Theirs.*Old/);
    await save();
    await waitFor(() => expect(held).toEqual({ name: 'Mine', city: 'Seoul', version: 3 }));
  });
});
