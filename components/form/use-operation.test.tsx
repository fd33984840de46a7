// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Operation } from '@/lib/core/operation';
import { answerRequests, renderWithMessages, route } from '@/scripts/test/render';
import { useOperation } from './use-operation';

const rename: Operation<{ thing: string; name: string }, { name: string }> = {
  name: 'thing.rename',
  method: 'PATCH',
  path: '/programs/{program}/things/{thing}',
  summary: 'Rename a thing.',
  creates: false,
};

type Options = NonNullable<Parameters<typeof useOperation>[1]>;

function Rename(options: Options) {
  const { run, isBusy, errors, failed } = useOperation(rename, options);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run({ thing: 'a/b', name: String(new FormData(event.currentTarget).get('name')) });
      }}
    >
      <input name="name" aria-label="Name" />
      <button type="submit" disabled={isBusy}>
        Save
      </button>
      <output aria-label="Refusal">{`${failed ?? '-'} ${errors.map((error) => `${error.field.join('.')}: ${error.message}`)}`}</output>
    </form>
  );
}

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const keysSent = () => sent.mock.calls.map(([, init]) => new Headers(init.headers).get('Idempotency-Key'));
const problem = (status: number, body: object) => Response.json(body, { status });

async function save(name: string) {
  const field = screen.getByLabelText('Name');
  await userEvent.clear(field);
  await userEvent.type(field, name);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
}

function show(options: Options = {}) {
  return renderWithMessages(<Rename {...options} />);
}

answerRequests(sent);

describe('a change by a component', () => {
  it('sends the input as the operation says, with the program of the address, and reads the page anew', async () => {
    show();
    sent.mockImplementation(async () => Response.json({ name: 'New' }));
    await save('New');
    await waitFor(() => expect(route.refresh).toHaveBeenCalledTimes(1));
    const [path, init] = sent.mock.calls[0] ?? [];
    expect(path).toBe('/api/v1/programs/sample/things/a%2Fb');
    expect(init).toMatchObject({ method: 'PATCH', body: '{"name":"New"}' });
  });

  it('T8 a press after a lost answer carries the same key, another input a new one', async () => {
    show();
    sent.mockRejectedValue(new TypeError('no network'));
    await save('New');
    await screen.findByText(/^unreachable/, {}, { timeout: 5_000 });
    sent.mockImplementation(async () => Response.json({ name: 'New' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(route.refresh).toHaveBeenCalledTimes(1));
    await save('Other');
    await waitFor(() => expect(route.refresh).toHaveBeenCalledTimes(2));
    const keys = keysSent();
    expect(keys).toHaveLength(4);
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('lets go of the button and keeps the input when no network carries it', async () => {
    show();
    sent.mockRejectedValue(new TypeError('no network'));
    await save('Typed with care');
    await screen.findByText(/^unreachable/, {}, { timeout: 5_000 });
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Typed with care');
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false);
    expect(route.refresh).not.toHaveBeenCalled();
  });

  it('hands a refusal to its field, and reads the page anew when what was seen is stale', async () => {
    show();
    const errors = [{ pointer: '/name', reason: 'required', message: 'Give a name.' }];
    sent.mockResolvedValueOnce(problem(422, { code: 'invalid', errors }));
    await save('x');
    await screen.findByText('- name: Give a name.');
    expect(route.refresh).not.toHaveBeenCalled();
    const stale = [{ pointer: '', reason: 'stale', message: 'Changed meanwhile.' }];
    sent.mockResolvedValueOnce(problem(409, { code: 'conflict', errors: stale }));
    await save('y');
    await waitFor(() => expect(route.refresh).toHaveBeenCalledTimes(1));
  });

  it('reads the page anew once after a burst, and also when its part of the page is gone before', async () => {
    const { unmount } = show({ refreshes: 'soon' });
    sent.mockImplementation(async () => Response.json({ name: 'New' }));
    await save('One');
    await save('Two');
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false),
    );
    const before = route.refresh.mock.calls.length;
    unmount();
    expect(route.refresh).toHaveBeenCalledTimes(1);
    expect(before).toBe(0);
  });

  it('tells a press without a form in a toast', async () => {
    show({ tells: 'toast' });
    sent.mockResolvedValue(problem(403, { code: 'forbidden' }));
    await save('x');
    await screen.findByText(/^You do not have permission to do this/);
    expect(screen.getByRole('status', { name: 'Refusal' }).textContent).toBe('- ');
  });
});
