// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { AddressProvider } from '../filter/address-context';
import { PairBoard } from './board';

const PAIR = pairItem({ id: 'p0', stage: 'video_call', version: 3 });
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

function show(canMove = true) {
  renderWithMessages(
    <AddressProvider>
      <PairBoard
        {...{
          slug: 'sample',
          items: [PAIR],
          nextCursor: null,
          all: 1,
          asOf: '2023-05-03',
          baseCurrency: 'KRW',
        }}
        can={{ move: canMove }}
        zones={['America/New_York', 'Asia/Seoul']}
      />
    </AddressProvider>,
  );
}
const column = () => screen.getByText('Gana').closest('section')?.getAttribute('aria-label');

async function choose(name: RegExp) {
  await userEvent.click(screen.getByRole('button', { name: /^Move Gana|Menu.*Gana|Gana.*menu/i }));
  const menu = await screen.findByRole('menu');
  await userEvent.click(within(menu).getByRole('menuitemradio', { name }));
}
const moved = (stage: PairItem['stage'], version: number) => ({ ...PAIR, stage, version });

answerRequests(sent);
beforeEach(() => {
  // Nothing has a size without a layout: on paper all cards are drawn.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: true }));
});

describe('a move on the board', () => {
  it('shows at once, is sent with the version that was read, and can be taken back', async () => {
    let settle = (_: Response) => {};
    sent.mockImplementation(() => new Promise((resolve) => (settle = resolve)));
    show();
    expect(column()).toBe('Video call');
    await choose(/Pre-meeting/);
    expect(column()).toBe('Pre-meeting');
    const [path, init] = sent.mock.calls[0] ?? [];
    expect(path).toBe('/api/v1/programs/sample/pairs/p0/stage');
    expect(JSON.parse(String(init?.body))).toEqual({ stage: 'pre_meeting', version: 3 });
    settle(Response.json({ pair: moved('pre_meeting', 4), eventId: 'e1' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
    expect(JSON.parse(String(sent.mock.calls[1]?.[1].body))).toEqual({ eventIds: ['e1'] });
    settle(Response.json({ pairs: [moved('video_call', 5)] }));
    await waitFor(() => expect(column()).toBe('Video call'));
  });

  it('goes back where it was, with a sentence that says why, when it is refused', async () => {
    sent.mockImplementation(async () =>
      Response.json({ code: 'forbidden', detail: 'Not allowed.', errors: [] }, { status: 403 }),
    );
    show();
    await choose(/Pre-meeting/);
    await waitFor(() => expect(column()).toBe('Video call'));
    expect(await screen.findByText(/^Gana × Alpha was not moved\. You do not have permission/)).toBeTruthy();
  });

  it('shows where the pair stands now when somebody else was faster', async () => {
    sent.mockImplementation(async () =>
      Response.json(
        {
          code: 'conflict',
          detail: 'Changed meanwhile.',
          errors: [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }],
          current: moved('main_session', 9),
        },
        { status: 409 },
      ),
    );
    show();
    await choose(/Pre-meeting/);
    await waitFor(() => expect(column()).toBe('Main session'));
  });

  it('asks for a reason before a pair goes back, and sends nothing until then', async () => {
    show();
    await choose(/Candidate/);
    expect(await screen.findByRole('dialog')).toBeTruthy();
    expect(sent).not.toHaveBeenCalled();
    expect(column()).toBe('Video call');
  });

  it('is not offered to those who may not move pairs', () => {
    show(false);
    expect(within(screen.getByText('Gana').closest('li') as HTMLElement).queryAllByRole('button')).toEqual(
      [],
    );
  });
});
