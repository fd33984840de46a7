// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gate } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { answerRequests, renderWithMessages, route } from '@/scripts/test/render';
import { MoveDialogs } from './move-dialogs';
import { usePairMoves } from './use-pair-moves';

/** The first dialog waits for its script, a second try for its pause. */
const LATE = { timeout: 5_000 };
const GATE: Gate = { needs: 'outcome', strength: 'soft' };

function pairAt(stage: PairItem['stage'], more: Partial<PairItem> = {}): PairItem {
  return {
    id: 'pair-1',
    startup: { id: 's', name: '누리', nameEn: 'Nuri', sector: 'ai' },
    investor: { id: 'i', name: 'Firm' },
    stage,
    stageSince: '2023-04-01T00:00:00.000Z',
    status: 'open',
    reasonCode: null,
    version: 3,
    amounts: [],
    interest: null,
    nextStep: null,
    owner: null,
    nextMeeting: null,
    gates: [],
    ...more,
  };
}

const show = vi.fn<(pair: PairItem) => void>();
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const shown = () => show.mock.calls.map(([pair]) => `${pair.stage} ${pair.status}`);
const requests = () =>
  sent.mock.calls.map(([path, init]) => ({
    path: path.replace('/api/v1/programs/sample/pairs/', ''),
    body: JSON.parse(String(init.body)) as object,
    key: new Headers(init.headers).get('Idempotency-Key'),
  }));
const refusal = (...errors: { pointer: string; reason: string; message: string }[]) =>
  Response.json({ code: 'invalid', errors }, { status: 422 });

function Moves({ pair }: { pair: PairItem }) {
  const moves = usePairMoves({ show, refreshes: 'now' });
  return (
    <>
      <button type="button" onClick={() => void moves.move(pair, 'pre_meeting')}>
        To pre-meeting
      </button>
      <button type="button" onClick={() => void moves.moveInThePast(pair)}>
        In the past
      </button>
      <button type="button" onClick={() => void moves.changeStatus(pair, 'on_hold')}>
        Hold
      </button>
      <MoveDialogs moves={moves} zone="Asia/Seoul" />
    </>
  );
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

answerRequests(sent);
beforeEach(() => {
  show.mockReset();
});

describe('a move that needs nothing', () => {
  it('is shown at once and goes; ten seconds long it is taken back by its entry', async () => {
    sent.mockImplementationOnce(async () => {
      expect(shown()).toEqual(['pre_meeting open']);
      return Response.json({ pair: pairAt('pre_meeting', { version: 4 }), eventId: 'event-1' });
    });
    sent.mockImplementationOnce(async () => Response.json({ pairs: [pairAt('video_call', { version: 5 })] }));
    renderWithMessages(<Moves pair={pairAt('video_call')} />);
    await press('To pre-meeting');
    await press('Undo');
    await waitFor(() => expect(shown().at(-1)).toBe('video_call open'));
    expect(requests()).toMatchObject([
      { path: 'pair-1/stage', body: { stage: 'pre_meeting', version: 3 } },
      { path: 'moves/undo', body: { eventIds: ['event-1'] } },
    ]);
    expect(route.refresh).toHaveBeenCalledTimes(2);
  });

  it('goes back to where it was when the network is lost, and says so with the names of the pair', async () => {
    sent.mockRejectedValue(new TypeError('no network'));
    renderWithMessages(<Moves pair={pairAt('video_call')} />);
    await press('To pre-meeting');
    await screen.findByText(/Nuri.*Firm.*could not be reached/, {}, LATE);
    expect(shown()).toEqual(['pre_meeting open', 'video_call open']);
  });

  it('T7 that meets another person’s change shows the pair as it stands now, and does not move it', async () => {
    const current = pairAt('main_session', { version: 9 });
    const stale = { pointer: '/version', reason: 'stale', message: 'Somebody else changed it.' };
    sent.mockResolvedValue(Response.json({ code: 'conflict', errors: [stale], current }, { status: 409 }));
    renderWithMessages(<Moves pair={pairAt('video_call')} />);
    await press('To pre-meeting');
    await screen.findByText(/changed in the meantime.*now at Main session/);
    expect(shown()).toEqual(['pre_meeting open', 'main_session open']);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('is asked about where the server finds a gate that closed since', async () => {
    sent.mockResolvedValueOnce(
      refusal({ pointer: '/reason', reason: 'gate_outcome', message: 'No outcome of this stage.' }),
    );
    renderWithMessages(<Moves pair={pairAt('video_call')} />);
    await press('To pre-meeting');
    await screen.findByRole('dialog', {}, LATE);
    expect(screen.getByRole('listitem').textContent).toContain('no outcome');
    expect(shown()).toEqual(['pre_meeting open', 'video_call open']);
  });
});

describe('the dialog of a move', () => {
  it('asks before anything is sent, and shows a refusal at its field with the reason kept', async () => {
    sent.mockResolvedValueOnce(
      refusal({ pointer: '/reason', reason: 'gate_outcome', message: 'Enter a reason for this.' }),
    );
    renderWithMessages(<Moves pair={pairAt('video_call', { gates: [GATE] })} />);
    await press('To pre-meeting');
    const dialog = await screen.findByRole('dialog', {}, LATE);
    expect(sent).not.toHaveBeenCalled();
    await press('Move');
    await screen.findByText('Enter a reason for this.');
    const reason = screen.getByLabelText(/^Reason/);
    expect(reason.getAttribute('aria-invalid')).toBe('true');

    sent.mockResolvedValueOnce(Response.json({ pair: pairAt('pre_meeting'), eventId: 'event-1' }));
    await userEvent.type(reason, ' They met in the lobby ');
    await press('Move');
    await waitFor(() => expect(dialog.isConnected).toBe(false));
    expect(requests()[1]?.body).toEqual({
      stage: 'pre_meeting',
      version: 3,
      reason: 'They met in the lobby',
    });
  });

  it('T32 stays with what was typed while the network is lost, and sends the same key again', async () => {
    sent
      .mockRejectedValueOnce(new TypeError('no network'))
      .mockRejectedValueOnce(new TypeError('no network'));
    renderWithMessages(<Moves pair={pairAt('video_call')} />);
    await press('Hold');
    const text = await screen.findByLabelText(/^More details/, {}, LATE);
    await userEvent.type(text, 'Waiting for the budget');
    const hold = screen.getAllByRole('button', { name: 'Hold' }).at(-1) as HTMLElement;
    await userEvent.click(hold);
    await screen.findByRole('alert', {}, LATE);
    expect((text as HTMLTextAreaElement).value).toBe('Waiting for the budget');

    const held = pairAt('video_call', { status: 'on_hold', version: 4 });
    sent.mockResolvedValueOnce(Response.json({ pair: held, eventId: 'event-1' }));
    await userEvent.click(hold);
    await waitFor(() => expect(shown().at(-1)).toBe('video_call on_hold'));
    expect(new Set(requests().map(({ key }) => key)).size).toBe(1);
    expect(requests()).toHaveLength(3);
  });

  it('enters a move of an earlier day, on the clocks of the home zone', async () => {
    sent.mockResolvedValueOnce(Response.json({ pair: pairAt('main_session'), eventId: 'event-1' }));
    renderWithMessages(<Moves pair={pairAt('video_call')} />);
    await press('In the past');
    await userEvent.selectOptions(await screen.findByLabelText('To stage', {}, LATE), 'main_session');
    const day = screen.getByLabelText(/^Date/);
    await userEvent.type(day, '2023-04-29');
    await press('Move');
    await waitFor(() => expect(sent).toHaveBeenCalled());
    expect(requests()[0]?.body).toEqual({
      stage: 'main_session',
      version: 3,
      effectiveAt: '2023-04-29T03:00:00.000Z',
    });
  });
});
