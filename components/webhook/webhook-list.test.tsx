// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { WebhookList } from './webhook-list';

const ID = '11111111-1111-4111-8111-111111111111';
const DELIVERY = '22222222-2222-4222-8222-222222222222';
const URL_OF_MINE = 'https://hook.example/in';
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
answerRequests(sent);

const webhook = {
  ...{ id: ID, url: URL_OF_MINE, events: ['meeting.*', 'pair.move_stage'], programs: '' },
  ...{ created: '1 Dec', last: null, failed: 1, version: 3, programIds: ['p1'], oldKeyUntil: null },
};
const bodyOf = () => JSON.parse(String(sent.mock.lastCall?.[1].body));

async function choose(name: string) {
  await userEvent.click(screen.getByRole('button', { name: `More for ${URL_OF_MINE}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name, hidden: true }));
}

it('adds a webhook for what is chosen and shows its key once', async () => {
  sent.mockResolvedValueOnce(Response.json({ webhookId: ID, version: 1, key: 'whsec_abc' }, { status: 201 }));
  renderWithMessages(<WebhookList webhooks={[]} programs={[]} zone="UTC" />);
  await userEvent.click(screen.getByRole('button', { name: 'Add a webhook' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText(/^Address/), URL_OF_MINE);
  await userEvent.click(dialog.getByRole('radio', { name: 'Only these' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Meetings' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  const key = await screen.findByDisplayValue('whsec_abc');
  expect(key.hasAttribute('readonly')).toBe(true);
  expect(bodyOf()).toEqual({ url: URL_OF_MINE, events: ['meeting.*'], programs: [] });
  await userEvent.click(screen.getByRole('button', { name: 'I have saved it' }));
  await waitFor(() => expect(screen.queryByDisplayValue('whsec_abc')).toBeNull());
});

it('says what it sends, shows what was not delivered and sends it again', async () => {
  const item = {
    ...{
      id: DELIVERY,
      event: 'meeting.book',
      state: 'failed',
      tries: 13,
      status: null,
      problem: 'no_answer',
    },
    ...{ createdAt: '2026-11-30T09:00:00.000Z', triedAt: '2026-11-30T10:00:00.000Z' },
  };
  sent.mockResolvedValueOnce(Response.json({ items: [item], nextCursor: null }));
  sent.mockResolvedValueOnce(Response.json({ deliveryId: DELIVERY }));
  renderWithMessages(<WebhookList webhooks={[webhook]} programs={[]} zone="UTC" />);
  expect(screen.getByText('Meetings, pair.move_stage')).toBeTruthy();
  expect(screen.getByText('1 not delivered')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: `Deliveries to ${URL_OF_MINE}` }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/13 tries · no answer/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Send meeting.book again' }));
  expect(await dialog.findByText('Waiting')).toBeTruthy();
  expect(sent.mock.lastCall?.[0]).toContain(`/webhooks/${ID}/deliveries/${DELIVERY}/resend`);
});

it('asks before it deletes one', async () => {
  sent.mockResolvedValueOnce(Response.json({ webhookId: ID, version: 2 }));
  renderWithMessages(<WebhookList webhooks={[webhook]} programs={[]} zone="UTC" />);
  await choose('Delete');
  expect(sent).not.toHaveBeenCalled();
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(sent.mock.lastCall?.[1].method).toBe('DELETE'));
  expect(sent.mock.lastCall?.[0]).toContain(`/webhooks/${ID}`);
});

it('changes where it sends to and what, and keeps what only scripts name', async () => {
  sent.mockResolvedValueOnce(Response.json({ webhookId: ID, version: 4 }));
  const programs = [
    { id: 'p1', name: 'Boston' },
    { id: 'p2', name: 'Seoul' },
  ];
  renderWithMessages(<WebhookList webhooks={[webhook]} programs={programs} zone="UTC" />);
  await choose('Edit');
  const dialog = within(await screen.findByRole('dialog'));
  const address = dialog.getByLabelText(/^Address/);
  await userEvent.clear(address);
  await userEvent.type(address, 'https://hook.example/out');
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Amounts' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent.mock.lastCall?.[1].method).toBe('PATCH'));
  expect(bodyOf()).toEqual({
    ...{ version: 3, url: 'https://hook.example/out', programs: ['p1'] },
    events: ['meeting.*', 'pair.move_stage', 'amount.*'],
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('makes a new key, and ends the one before at once where that is asked', async () => {
  sent.mockResolvedValueOnce(Response.json({ webhookId: ID, version: 4, key: 'whsec_new' }, { status: 201 }));
  renderWithMessages(
    <WebhookList webhooks={[{ ...webhook, oldKeyUntil: '2 Dec 09:00' }]} programs={[]} zone="UTC" />,
  );
  expect(screen.getByText('The previous key also signs until 2 Dec 09:00.')).toBeTruthy();
  await choose('New signing key');
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('radio', { name: /^Ends now/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'New signing key' }));
  expect(await screen.findByDisplayValue('whsec_new')).toBeTruthy();
  expect(bodyOf()).toEqual({ endsOldKey: true });
});
