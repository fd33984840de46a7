// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepWaiting, readQueue, type WaitingChange } from '@/components/form/queue';
import { answerRequests, renderWithMessages, route } from '@/scripts/test/render';
import type { OutcomeFacts } from './outcome-draft';
import { blankDraft, readDraft } from './outcome-draft';
import { OutcomeForm } from './outcome-form';
import { PendingOutcomes } from './pending-outcomes';

const facts = (more: Partial<OutcomeFacts> = {}): OutcomeFacts => ({
  slug: 'sample',
  personId: 'me',
  meeting: { id: 'm1', version: 1, title: 'Firm 1' },
  asStartup: true,
  initial: blankDraft('KRW'),
  offered: ['held', 'investor', 'startup'],
  corrects: false,
  soon: [{ days: 3, on: '2023-05-01' }],
  currencies: [{ value: 'KRW', label: 'KRW' }],
  rungs: [{ value: 'discussed', label: 'Discussed' }],
  seenStep: { text: null, on: null },
  isPairClosed: false,
  mayReopen: false,
  next: [],
  ...more,
});

const left = (more: Partial<WaitingChange> = {}): WaitingChange => ({
  key: 'key-left-before',
  operation: 'outcome.record',
  program: 'sample',
  input: { meetingId: 'm1', interest: 4 },
  about: 'm1',
  title: 'Firm 1',
  href: '/programs/sample/meetings/m1/outcome',
  ...more,
});

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const headersSent = (name: string) =>
  sent.mock.calls.map(([, { headers }]) => new Headers(headers).get(name));
const take = async () => Response.json({ outcomeId: 'o1' }, { status: 201 });
const lose = async () => {
  throw new TypeError('no network');
};

type Work = (lock: object | null) => unknown;

/** The browser's locks as the queue uses them: whoever comes while one of that name is held waits, or gets none. */
function holdLocks() {
  const held = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: [Work] | [{ ifAvailable?: boolean }, Work]) => {
    const [options, work] = rest.length === 2 ? rest : [{}, rest[0]];
    if (held.has(name) && options.ifAvailable) return work(null);
    while (held.has(name)) await held.get(name);
    const done = (async () => work({}))();
    held.set(name, done);
    try {
      return await done;
    } finally {
      held.delete(name);
    }
  };
  const locks = { request: vi.fn(request) };
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(locks as unknown as LockManager);
  return locks;
}

const choose = (interest: number) =>
  userEvent.click(document.querySelector(`input[name="interest"][value="${interest}"]`) as HTMLElement);
const save = () => userEvent.click(document.querySelector('form button[type="submit"]') as HTMLElement);
const isSaved = () => screen.findByRole('heading', { name: 'Saved' });

answerRequests(sent);
beforeEach(() => {
  localStorage.clear();
  route.params = { program: 'sample' };
});
afterEach(() => vi.restoreAllMocks());

describe('the draft of an outcome', () => {
  it('stands again after a reload, and for nobody else', async () => {
    const first = renderWithMessages(<OutcomeForm {...facts()} />);
    await choose(5);
    await userEvent.type(screen.getByLabelText('Next step'), 'Send samples');
    first.unmount();
    const other = renderWithMessages(<OutcomeForm {...facts({ personId: 'other' })} />);
    expect(screen.getByLabelText('Next step')).toHaveProperty('value', '');
    other.unmount();
    renderWithMessages(<OutcomeForm {...facts()} />);
    expect(screen.getByLabelText('Next step')).toHaveProperty('value', 'Send samples');
    expect(sent).not.toHaveBeenCalled();
  });

  it('asks for what is missing before anything is sent', async () => {
    renderWithMessages(<OutcomeForm {...facts()} />);
    await save();
    expect(await screen.findByText('Choose the interest.')).toBeDefined();
    expect(sent).not.toHaveBeenCalled();
    expect(readQueue(localStorage, 'me')).toEqual([]);
  });

  it('a refusal comes back to its field, and what was typed stays', async () => {
    sent.mockImplementation(async () =>
      Response.json(
        {
          code: 'invalid',
          errors: [{ pointer: '/nextStep', reason: 'stale', message: 'Somebody wrote another.' }],
        },
        { status: 422 },
      ),
    );
    renderWithMessages(<OutcomeForm {...facts()} />);
    await choose(4);
    await userEvent.type(screen.getByLabelText('Next step'), 'Call');
    await save();
    expect(await screen.findByText('Somebody wrote another.')).toBeDefined();
    expect(screen.getByLabelText('Next step')).toHaveProperty('value', 'Call');
    expect(readQueue(localStorage, 'me')).toEqual([]);
    expect(readDraft(localStorage, 'me', 'm1')?.draft.nextStep).toBe('Call');
  });
});

describe('the queue for what may wait', () => {
  it('T32 one press sends once, though the queue is sent while the answer is on its way', async () => {
    const locks = holdLocks();
    const { promise, resolve } = Promise.withResolvers<Response>();
    sent.mockReturnValue(promise);
    renderWithMessages(<OutcomeForm {...facts()} />);
    await choose(4);
    await save();
    await waitFor(() => expect(locks.request.mock.calls.length).toBeGreaterThan(1));
    expect(readQueue(localStorage, 'me')).toHaveLength(1);
    resolve(await take());
    await isSaved();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(readQueue(localStorage, 'me')).toEqual([]);
  });

  it('T32 without a network it waits on the device, and goes out under the same key when the network is back', async () => {
    sent.mockImplementation(lose);
    renderWithMessages(<OutcomeForm {...facts()} />);
    await choose(4);
    await save();
    await screen.findByText(/^No network · kept on this device/);
    expect(readQueue(localStorage, 'me')).toMatchObject([
      { operation: 'outcome.record', program: 'sample', input: { meetingId: 'm1', interest: 4 } },
    ]);
    const before = sent.mock.calls.length;
    sent.mockImplementation(take);
    window.dispatchEvent(new Event('online'));
    await isSaved();
    expect(sent).toHaveBeenCalledTimes(before + 1);
    expect(readQueue(localStorage, 'me')).toEqual([]);
    expect(readDraft(localStorage, 'me', 'm1')).toBeNull();
    expect(new Set(headersSent('Idempotency-Key')).size).toBe(1);
    const [path, init] = sent.mock.lastCall ?? [];
    expect(path).toBe('/api/v1/programs/sample/meetings/m1/outcome');
    expect(init).toMatchObject({ method: 'POST', body: '{"interest":4}' });
  });

  it('T32 survives a reload: the next page sends it, in the name of its writer alone', async () => {
    keepWaiting(localStorage, 'me', left());
    keepWaiting(localStorage, 'other', left({ key: 'key-of-another', title: 'Firm of another' }));
    sent.mockImplementation(take);
    renderWithMessages(<PendingOutcomes personId="me" />);
    await screen.findByText('Outcome sent: Firm 1');
    expect(headersSent('Idempotency-Key')).toEqual(['key-left-before']);
    expect(headersSent('Roundtable-Person')).toEqual(['me']);
    expect(screen.queryByText(/Firm of another/)).toBeNull();
    expect(readQueue(localStorage, 'other')).toHaveLength(1);
    expect(route.refresh).toHaveBeenCalled();
  });

  it('two tabs: the one that does not get the lock sends nothing', async () => {
    keepWaiting(localStorage, 'me', left());
    sent.mockImplementation(take);
    const locks = holdLocks();
    const { promise, resolve } = Promise.withResolvers<void>();
    const otherTab = locks.request('rt-queue', {}, () => promise);
    renderWithMessages(<PendingOutcomes personId="me" />);
    await waitFor(() => expect(locks.request).toHaveBeenCalledTimes(2));
    expect(sent).not.toHaveBeenCalled();
    expect(readQueue(localStorage, 'me')).toHaveLength(1);
    resolve();
    await otherTab;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(readQueue(localStorage, 'me')).toEqual([]));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('who is signed out is told so where it waits, and nothing is lost', async () => {
    keepWaiting(localStorage, 'me', left());
    sent.mockImplementation(async () => Response.json({ code: 'signed_out' }, { status: 401 }));
    renderWithMessages(<PendingOutcomes personId="me" />);
    expect((await screen.findByRole('link', { name: 'Sign in' })).getAttribute('href')).toMatch(/^\/sign-in/);
    expect(readQueue(localStorage, 'me')).toEqual([left()]);
  });

  it('7.36 what was refused behind the back of the form comes back to it, at its field', async () => {
    const errors = [{ reason: 'stale', message: 'Somebody wrote another.', field: ['nextStep'] }];
    keepWaiting(localStorage, 'me', left({ refused: { ok: false, errors } }));
    renderWithMessages(<OutcomeForm {...facts()} />);
    const field = screen.getByLabelText('Next step');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('Somebody wrote another.')).toBeDefined();
    expect(sent).not.toHaveBeenCalled();
  });

  it('a refused one is listed with its form, and can be discarded', async () => {
    keepWaiting(localStorage, 'me', left({ refused: { ok: false, errors: [], failed: 'not_found' } }));
    renderWithMessages(<PendingOutcomes personId="me" />);
    expect((await screen.findByRole('link', { name: 'Open and correct' })).getAttribute('href')).toBe(
      '/programs/sample/meetings/m1/outcome',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(readQueue(localStorage, 'me')).toEqual([]);
    expect(screen.queryByRole('link', { name: 'Open and correct' })).toBeNull();
  });
});
