// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { InviteManyButton } from './invite-many';

const ID = '11111111-1111-4111-8111-111111111111';
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
answerRequests(sent);
const choices = { roles: ['manager', 'startup'] as const, startups: [{ value: ID, label: 'Medipixel' }] };
const body = () => JSON.parse(String(sent.mock.lastCall?.[1].body));

async function paste(text: string) {
  renderWithMessages(<InviteManyButton choices={choices} />);
  await userEvent.click(screen.getByRole('button', { name: 'Invite several' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('People'), { target: { value: text } });
  await userEvent.click(dialog.getByRole('button', { name: 'Check the list' }));
  return dialog;
}

it('reads a pasted list, asks for what a line lacks, invites all at once and shows each link once', async () => {
  const dialog = await paste('Dana\tdana@example.com\tManager\nHana\thana@example.com\tStartup');
  const send = dialog.getByRole('button', { name: 'Invite 2 people' });
  expect(send).toHaveProperty('disabled', true);
  await userEvent.selectOptions(dialog.getByLabelText('Startup, line 2'), 'Medipixel');
  expect(send).toHaveProperty('disabled', false);
  const refused = {
    pointer: '/people/0/email',
    reason: 'already_member',
    message: 'Already in the program.',
  };
  sent.mockResolvedValueOnce(Response.json({ code: 'invalid', errors: [refused] }, { status: 422 }));
  await userEvent.click(send);
  expect(await dialog.findByText('Already in the program.')).toBeDefined();
  await userEvent.click(dialog.getByRole('button', { name: 'Remove line 1' }));
  const item = { membershipId: ID, version: 1, mail: 'queued' };
  const items = [
    { ...item, email: 'hana@example.com', link: 'https://office.example/invitations/secret' },
    { ...item, email: 'known@example.com', link: null },
  ];
  sent.mockResolvedValueOnce(Response.json({ items }, { status: 201 }));
  await userEvent.click(dialog.getByRole('button', { name: 'Invite 1 person' }));
  const written = vi.spyOn(navigator.clipboard, 'writeText');
  await userEvent.click(await screen.findByRole('button', { name: 'Copy the link of hana@example.com' }));
  expect(written).toHaveBeenCalledWith('https://office.example/invitations/secret');
  expect(screen.getByText('By e-mail only')).toBeDefined();
  expect(body()).toEqual({
    people: [
      ...[
        { email: 'hana@example.com', name: 'Hana', nameEn: '', role: 'startup', startupId: ID, locale: 'en' },
      ],
    ],
  });
  sent.mockResolvedValueOnce(Response.json({ members: [{ membershipId: ID, version: 2 }] }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent.mock.lastCall?.[0]).toBe('/api/v1/programs/sample/people/end'));
  expect(body().members).toHaveLength(2);
});

it('does not send a person twice', async () => {
  const dialog = await paste('Dana\tdana@example.com\tManager\nDana\tDANA@example.com\tManager');
  expect(dialog.getAllByText('This address is in the list twice.')).toHaveLength(2);
  expect(dialog.getByRole('button', { name: 'Invite 2 people' })).toHaveProperty('disabled', true);
});
