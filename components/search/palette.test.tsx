// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { keepRecent, readRecent } from '@/components/shell/recent';
import { answerRequests, renderWithMessages, route } from '@/scripts/test/render';
import { CommandCenter } from './command-center';
import type { CommandsOf } from './use-commands';

const found = [
  {
    kind: 'startup',
    id: 's',
    program: 'sample',
    title: 'MediPixel',
    detail: 'AI',
    href: '/programs/sample/startups/s',
  },
  {
    kind: 'pair',
    id: 'p',
    program: 'sample',
    title: 'MediPixel × Harbor',
    detail: 'Open',
    href: '/programs/sample/pairs/p',
  },
];
const sent = vi.fn(async (_path: string, _init: RequestInit) => Response.json({ items: found }));
answerRequests(sent);

const OFFICER: CommandsOf = {
  personId: 'me',
  program: { slug: 'sample', role: 'officer', isClosed: false },
  programs: [
    { slug: 'sample', name: 'Sample' },
    { slug: 'other', name: 'Other program' },
  ],
  roles: ['startup', 'officer'],
  theme: 'system',
};

let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  localStorage.clear();
  user = userEvent.setup();
});

async function openPalette(props: CommandsOf = OFFICER) {
  renderWithMessages(
    <>
      <CommandCenter {...props} />
      <input aria-label="notes" />
    </>,
  );
  await user.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox');
}
const options = () => screen.getAllByRole('option').map((option) => option.textContent);
const isActive = (name: RegExp) =>
  waitFor(() => expect(screen.getByRole('option', { name }).getAttribute('aria-selected')).toBe('true'));

it('opens by Ctrl-K, finds while typing, and Enter goes to the first', async () => {
  const field = await openPalette();
  await user.type(field, 'medi');
  await waitFor(() => expect(sent.mock.calls.at(-1)?.[0]).toBe('/api/v1/search?q=medi&program=sample'));
  await isActive(/^MediPixel\W*AI/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(route.push).toHaveBeenCalledWith('/programs/sample/startups/s'));
  expect(screen.queryByRole('combobox')).toBeNull();
});

it('walks the list by arrows, tells which line is meant, and remembers what was opened', async () => {
  const field = await openPalette();
  await user.type(field, 'medi');
  await isActive(/^MediPixel\W*AI/);
  await user.keyboard('{ArrowDown}');
  await isActive(/Harbor/);
  const id = field.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(id)?.textContent).toContain('Harbor');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(route.push).toHaveBeenCalledWith('/programs/sample/pairs/p'));
  expect(readRecent(localStorage, 'me').map(({ title }) => title)).toEqual(['MediPixel × Harbor']);
});

it('lists what was opened last while nothing is typed, then pages and commands', async () => {
  keepRecent(localStorage, 'me', {
    kind: 'pair',
    program: 'sample',
    title: 'Opened',
    detail: '',
    href: '/x',
  });
  keepRecent(localStorage, 'you', {
    kind: 'pair',
    program: 'sample',
    title: 'Not mine',
    detail: '',
    href: '/y',
  });
  await openPalette();
  const recent = screen.getByRole('group', { name: 'Opened recently' });
  expect(
    within(recent)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['OpenedPair']);
  expect(screen.getByRole('group', { name: 'Pages and commands' })).toBeTruthy();
  expect(sent).not.toHaveBeenCalled();
});

it('offers commands and pages by any word, and no page that the role may not open', async () => {
  const field = await openPalette();
  sent.mockImplementation(async () => Response.json({ items: [] }));
  await user.type(field, 'dark');
  await waitFor(() => expect(options()[0]).toBe('Dark themeCommand'));
  await user.clear(field);
  await user.type(field, 'fx');
  await waitFor(() => expect(options()[0]).toContain('Exchange rates'));
});

it('shows a startup none of the office’s pages', async () => {
  await openPalette({
    ...OFFICER,
    program: { slug: 'sample', role: 'startup', isClosed: false },
    roles: ['startup'],
  });
  const shown = options().join('\n');
  expect(shown).toContain('Meetings');
  expect(shown).not.toMatch(/Exchange rates|Book a meeting|Audit trail|All funnels/);
});

it('waits for the answer when Enter comes before it', async () => {
  const field = await openPalette();
  let answer: (response: Response) => void = () => undefined;
  sent.mockImplementation(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  await user.type(field, 'medip{Enter}');
  await waitFor(() => expect(sent.mock.calls.at(-1)?.[0]).toContain('q=medip&'));
  expect(route.push).not.toHaveBeenCalled();
  answer(Response.json({ items: found }));
  await waitFor(() => expect(route.push).toHaveBeenCalledWith('/programs/sample/startups/s'));
});

it('says so when the search did not go through', async () => {
  const field = await openPalette();
  sent.mockImplementation(async () => Response.json({ code: 'internal' }, { status: 500 }));
  await user.type(field, 'zzz');
  await screen.findByText(/did not go through/);
});

it('goes to a page by two keys, on a Korean keyboard too, and never while somebody types', async () => {
  renderWithMessages(
    <>
      <CommandCenter {...OFFICER} />
      <input aria-label="notes" />
    </>,
  );
  await user.keyboard('gm');
  expect(route.push).toHaveBeenLastCalledWith('/programs/sample/meetings');
  await user.keyboard('ㅎㄹ');
  expect(route.push).toHaveBeenLastCalledWith('/programs/sample/funnel');
  await user.click(screen.getByLabelText('notes'));
  await user.keyboard('gi?');
  expect(route.push).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('shows the keys on ?, drawn from the list', async () => {
  renderWithMessages(<CommandCenter {...OFFICER} />);
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog');
  expect(within(sheet).getByRole('heading', { name: 'Timetable' })).toBeTruthy();
  expect(within(sheet).getByText('Search and commands').parentElement?.textContent).toContain('CtrlK');
  expect(within(sheet).queryByText('All people')).toBeNull();
});
