// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signInAgain } from '@/components/ui/sign-in-again';
import { renderWithMessages } from '@/scripts/test/render';
import { SignInAgain } from './sign-in-again';

const EMAIL = 'officer@example.com';

/** What the server answers to the question who is signed in; the password and the code are always right. */
let account: () => Response;
const problem = (status: number, code: string) => Response.json({ code, status }, { status });
const signedInAs = (email: string) => () => Response.json({ email });

beforeEach(() => {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/csrf')) return Response.json({ csrfToken: 'x' });
    if (path.endsWith('/callback/password')) return Response.json({ url: '/' });
    return path.endsWith('/sign-in/code') ? Response.json({}) : account();
  });
});
afterEach(async () => {
  // Whoever still waits is let go: the next test asks anew.
  const later = screen.queryByRole('button', { name: 'Not now', hidden: true });
  if (later) await userEvent.click(later);
  vi.unstubAllGlobals();
});

async function giveThePassword() {
  renderWithMessages(<SignInAgain email={EMAIL} />);
  const settled = vi.fn();
  void signInAgain().then(settled);
  await userEvent.type(await screen.findByLabelText('Password'), 'any password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in and continue', hidden: true }));
  return settled;
}

describe('signing in again over a page', () => {
  it('goes on once the server says that the same person is in', async () => {
    account = signedInAs(EMAIL);
    const settled = await giveThePassword();
    await waitFor(() => expect(settled).toHaveBeenCalledWith(true));
  });

  it.each([
    ['somebody else is in', signedInAs('another@example.com'), /signed in as another@example.com/],
    ['the server is overloaded', () => problem(503, 'unavailable'), /busy|again/i],
    ['the server fails', () => problem(500, 'internal'), /went wrong|again/i],
  ])('does not go on where %s', async (_, answer, words) => {
    account = answer;
    const settled = await giveThePassword();
    const alert = await screen.findByRole('alert', { hidden: true });
    expect(alert.textContent).toMatch(words);
    expect(settled).not.toHaveBeenCalled();
  });

  it('asks for the code where the sign-in waits for it, and looks again after that', async () => {
    account = () => problem(401, 'signed_out');
    const settled = await giveThePassword();
    await userEvent.type(await screen.findByLabelText(/^Code/), '123456');
    expect(settled).not.toHaveBeenCalled();
    account = signedInAs(EMAIL);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in and continue', hidden: true }));
    await waitFor(() => expect(settled).toHaveBeenCalledWith(true));
  });
});
