// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Operation } from '@/lib/core/operation';
import { renderWithMessages } from '@/scripts/test/render';
import { useRead } from './use-read';

const find: Operation<{ thing: string }, { name: string }> = {
  name: 'thing.find',
  method: 'GET',
  path: '/programs/{program}/things/{thing}',
  summary: 'Find a thing.',
  creates: false,
};

function Thing({ first }: { first: string | null }) {
  const [id, setId] = useState(first);
  const thing = useRead(find, id === null ? null : { thing: id });
  return (
    <button type="button" onClick={() => setId('b')}>
      {thing.at === 'ready' ? thing.value.name : thing.at}
    </button>
  );
}

afterEach(() => vi.unstubAllGlobals());

it('shows what was asked for last, whichever answer comes last', async () => {
  const answers = new Map<string, (name: string) => void>();
  const sent = vi.fn(
    (path: string) =>
      new Promise<Response>((resolve) => {
        answers.set(path.slice(-1), (name) => resolve(Response.json({ name })));
      }),
  );
  vi.stubGlobal('fetch', sent);
  renderWithMessages(<Thing first={null} />).unmount();
  expect(sent).not.toHaveBeenCalled();
  renderWithMessages(<Thing first="a" />);
  await userEvent.click(screen.getByRole('button', { name: 'loading' }));
  answers.get('b')?.('B');
  await screen.findByText('B');
  answers.get('a')?.('A');
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.getByRole('button').textContent).toBe('B');
});

it('says that it failed where no answer came', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  renderWithMessages(<Thing first="a" />);
  await screen.findByText('failed');
});
