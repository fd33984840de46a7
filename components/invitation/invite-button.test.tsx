// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { InviteButton } from './invite-button';

const STARTUP = '11111111-1111-4111-8111-111111111111';
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
answerRequests(sent);

it('invites as what was chosen, and shows a refusal at its field with what was typed', async () => {
  const errors = [
    { pointer: '/email', reason: 'already_member', message: 'This person is already in the program.' },
  ];
  sent.mockResolvedValueOnce(Response.json({ code: 'invalid', errors }, { status: 422 }));
  sent.mockResolvedValueOnce(Response.json({ membershipId: STARTUP, mail: 'queued' }, { status: 201 }));
  const startups = [{ value: STARTUP, label: 'Medipixel' }];
  renderWithMessages(<InviteButton choices={{ roles: ['manager', 'startup'], startups }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Invite' }));
  const dialog = within(await screen.findByRole('dialog'));
  const email = dialog.getByLabelText(/^E-mail/);
  await userEvent.type(email, 'haram@example.com');
  await userEvent.type(dialog.getByLabelText(/^Name(?! in Latin)/), '윤하람');
  await userEvent.click(dialog.getByRole('radio', { name: /^Startup/ }));
  await userEvent.selectOptions(dialog.getByLabelText(/^Startup/, { selector: 'select' }), 'Medipixel');
  const invite = () => userEvent.click(dialog.getByRole('button', { name: 'Send invitation' }));
  await invite();
  await waitFor(() => expect(email.getAttribute('aria-invalid')).toBe('true'));
  expect(dialog.getByText('This person is already in the program.')).toBeTruthy();
  await userEvent.clear(email);
  await userEvent.type(email, 'areum@example.com');
  await invite();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(JSON.parse(String(sent.mock.lastCall?.[1].body))).toEqual({
    ...{ email: 'areum@example.com', name: '윤하람', nameEn: '', locale: 'en' },
    ...{ role: 'startup', startupId: STARTUP },
  });
});
