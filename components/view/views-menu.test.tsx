// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerRequests, renderWithMessages, route } from '@/scripts/test/render';
import { ViewsMenu } from './views-menu';

const VIEW = {
  ...{ id: '11111111-1111-4111-8111-111111111111', noun: 'pairs', name: 'Open follow-ups', version: 3 },
  ...{ address: 'stage=follow_up', isShared: true, defaultFor: ['officer'], isMine: true, mayEdit: true },
  by: { id: '21111111-1111-4111-8111-111111111111', name: '김', nameEn: 'Kim' },
};
const json = (value: unknown) => Response.json(value);
const sent = vi.fn(async (_path: string, init: RequestInit) =>
  json(init.method === 'GET' || !init.method ? { items: [VIEW] } : { viewId: VIEW.id, version: 4 }),
);
answerRequests(sent);

beforeEach(() => {
  route.query = new URLSearchParams(
    'stage=follow_up&pair=31111111-1111-4111-8111-111111111111&asOf=2023-05-03',
  );
});

const changes = () => sent.mock.calls.filter(([, init]) => init.method && init.method !== 'GET');
const open = () => {
  renderWithMessages(<ViewsMenu noun="pairs" path="/programs/sample/pairs" canShare />);
  fireEvent.pointerEnter(screen.getByRole('button', { name: 'Saved views' }));
};

test('9.F2 a kept view is a link to the list as it was left', async () => {
  open();
  const link = await screen.findByRole('link', { name: 'Open follow-ups', hidden: true });
  expect(link.getAttribute('href')).toBe('/programs/sample/pairs?stage=follow_up');
  expect(link.getAttribute('aria-current')).toBeNull();
});

test('9.F2 the list is kept without where the reader stands in it, with its date or as of the day it is opened', async () => {
  open();
  const name = await screen.findByLabelText(/Name of the view/);
  fireEvent.change(name, { target: { value: 'Mine' } });
  fireEvent.click(screen.getByLabelText('Keep the as-of date shown now'));
  fireEvent.click(screen.getByRole('button', { name: 'Save this list', hidden: true }));
  // The change, and the list read again after it.
  await waitFor(() => expect(sent.mock.calls).toHaveLength(3));
  expect(changes()).toHaveLength(1);
  expect(JSON.parse(String(changes()[0]?.[1].body))).toEqual({
    ...{ noun: 'pairs', name: 'Mine', shared: false, address: 'stage=follow_up' },
  });
});

test('9.F2 a view is overwritten with the list as it stands', async () => {
  open();
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Overwrite with this list', hidden: true }));
  // The change, and the list read again after it.
  await waitFor(() => expect(sent.mock.calls).toHaveLength(3));
  expect(changes()).toHaveLength(1);
  expect(JSON.parse(String(changes()[0]?.[1].body))).toEqual({
    version: 3,
    address: 'asOf=2023-05-03&stage=follow_up',
  });
});
