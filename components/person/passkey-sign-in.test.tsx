// @vitest-environment happy-dom
import * as webauthn from '@simplewebauthn/browser';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderWithMessages } from '@/scripts/test/render';
import { authCall } from './auth-form';
import { PasskeySignIn } from './passkey-sign-in';

vi.mock('@simplewebauthn/browser', () => ({
  browserSupportsWebAuthnAutofill: vi.fn(async () => true),
  startAuthentication: vi.fn(),
  WebAuthnAbortService: { cancelCeremony: vi.fn() },
}));

/** The browser's dialogs in the order they were opened; each is open until it is settled here. */
type Asked = { offers: boolean; choose: () => void; cancel: () => void };
let asked: Asked[];
const cancelled = vi.mocked(webauthn.WebAuthnAbortService.cancelCeremony);
const SIGNED = {
  id: 'x',
  response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x', userHandle: 'x' },
};

beforeEach(() => {
  asked = [];
  cancelled.mockReset();
  vi.mocked(webauthn.startAuthentication).mockImplementation(
    ({ useBrowserAutofill = false }) =>
      new Promise((resolve, reject) => {
        asked.push({
          offers: useBrowserAutofill,
          choose: () => resolve(SIGNED as never),
          cancel: () => reject(new Error('cancelled')),
        });
      }),
  );
  // Whatever is signed or typed, nobody is let in.
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/csrf')) return Response.json({ csrfToken: 'x' });
    if (path.endsWith('/sign-in/passkey')) return Response.json({ challenge: 'x' });
    const errors = [{ pointer: '', reason: 'passkey_refused', message: 'Not this one.' }];
    return Response.json({ code: 'refused', errors }, { status: 422 });
  });
});
afterEach(() => vi.unstubAllGlobals());

const offers = () => asked.map((each) => each.offers);
const press = () => userEvent.click(screen.getByRole('button'));
async function show() {
  renderWithMessages(<PasskeySignIn next="/" />);
  await waitFor(() => expect(offers()).toEqual([true]));
}

describe('a passkey that the browser offers in the e-mail field', () => {
  it('is taken back when the button is pressed, and offered again when that came to nothing', async () => {
    await show();
    await press();
    await waitFor(() => expect(offers()).toEqual([true, false]));
    expect(cancelled).toHaveBeenCalled();
    act(() => asked[1]?.cancel());
    await waitFor(() => expect(offers()).toEqual([true, false, true]));
    expect(screen.getByRole('alert').textContent).toContain('The passkey was not used');
  });

  it('is taken back while another way is taken, and offered again when that let nobody in', async () => {
    await show();
    let answer = () => undefined as unknown;
    const sent = globalThis.fetch;
    vi.stubGlobal('fetch', async (...to: Parameters<typeof fetch>) => {
      if (String(to[0]).endsWith('/password')) await new Promise((resolve) => (answer = () => resolve(null)));
      return sent(...to);
    });
    const answered = authCall('callback/password', {});
    await waitFor(() => expect(cancelled).toHaveBeenCalled());
    expect(offers()).toEqual([true]);
    answer();
    await answered;
    await waitFor(() => expect(offers()).toEqual([true, true]));
  });

  it('is offered again, with the reason told, when it was chosen and refused', async () => {
    await show();
    act(() => asked[0]?.choose());
    await waitFor(() => expect(offers()).toEqual([true, true]));
    expect(screen.getByRole('alert').textContent).toContain('Not this one.');
  });

  it('is not offered again for whoever only closed it, and says nothing', async () => {
    await show();
    await act(async () => asked[0]?.cancel());
    await press();
    await waitFor(() => expect(offers()).toEqual([true, false]));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
