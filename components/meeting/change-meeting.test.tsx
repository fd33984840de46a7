// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BookingFacts, MeetingItem } from '@/lib/meeting/schema';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { ChangePeople } from './change-meeting';
import type { ViewProps } from './meeting-row';
import { MoveMeeting } from './move-meeting';

const READ = {
  ...{ id: 'm1', version: 1, stage: 'follow_up', state: 'scheduled', noShowSide: null, outcome: null },
  ...{ startsAt: '2023-05-02T01:00:00.000Z', endsAt: '2023-05-02T01:25:00.000Z', markedByOffice: false },
  ...{ table: null, link: 'https://old.example', participants: [] },
  pair: { id: 'p1', stage: 'follow_up', status: 'open' },
  startup: { id: 's1', name: '가나', nameEn: 'Gana' },
  investor: { id: 'i1', name: 'Alpha' },
} satisfies MeetingItem;
const FACTS = {
  pair: { ...READ.pair, notToMeet: false, gates: [] },
  startup: {
    ...READ.startup,
    people: [{ id: 'c1', name: '김민지', nameEn: 'Minji Kim', title: '' }],
    busy: [],
  },
  investor: { ...READ.investor, people: [], busy: [] },
  ...{ stages: [], slots: [], tables: [] },
} satisfies BookingFacts;

/** The meeting as the server holds it: a change at another version is stale. */
let held: MeetingItem;
const changes: Record<string, unknown>[] = [];
const sent = vi.fn(async (_path: string, { method, body }: RequestInit) => {
  if (method === 'GET') return Response.json(FACTS);
  const change = JSON.parse(String(body));
  changes.push(change);
  if (change.version === held.version) return Response.json({ meetingId: 'm1', version: held.version + 1 });
  const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
  return Response.json({ code: 'conflict', errors, current: held }, { status: 409 });
});

const onClose = vi.fn();
const view: ViewProps = {
  desk: {
    slug: 'sample',
    zones: ['Asia/Seoul', 'Asia/Seoul'],
    can: { book: true, mark: true, record: true },
    asStartup: false,
  },
  row: { meeting: READ, title: 'Gana × Alpha', when: [] },
  ...{ onBack: () => {}, onBusy: () => {}, onClose },
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
async function typeLink(text: string) {
  const link = await screen.findByLabelText(/^Video link/);
  await userEvent.clear(link);
  await userEvent.type(link, text);
}

answerRequests(sent);
beforeEach(() => {
  changes.length = 0;
  onClose.mockClear();
});

describe('two people at the same meeting', () => {
  it('T31 merges people and link that two changed apart', async () => {
    held = { ...READ, version: 2, link: 'https://theirs.example' };
    renderWithMessages(<ChangePeople {...view} />);
    await userEvent.click(await screen.findByLabelText(/Minji Kim/));
    await press('Change');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(changes.at(-1)).toEqual({ version: 2, contactIds: ['c1'], link: 'https://theirs.example' });
  });

  it('T31 asks about a link that both changed; saving again keeps mine', async () => {
    held = { ...READ, version: 2, link: 'https://theirs.example' };
    renderWithMessages(<ChangePeople {...view} />);
    await typeLink('https://mine.example');
    await press('Change');
    expect((await screen.findByRole('alert')).textContent).toMatch(/mine\.example.*theirs\.example.*old\.ex/);
    expect(onClose).not.toHaveBeenCalled();
    await press('Change');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(changes.at(-1)).toMatchObject({ version: 2, link: 'https://mine.example' });
  });

  it('keeps what is typed while a change is on its way that turns out to be stale', async () => {
    held = { ...READ, version: 2, link: 'https://theirs.example' };
    const { promise, resolve } = Promise.withResolvers<void>();
    renderWithMessages(<ChangePeople {...view} />);
    await typeLink('https://mine.example');
    const answer = sent.getMockImplementation();
    sent.mockImplementationOnce(async (...asked) => {
      await promise;
      return (await answer?.(...asked)) as Response;
    });
    await press('Change');
    const minji = await screen.findByLabelText<HTMLInputElement>(/Minji Kim/);
    await userEvent.click(minji);
    resolve();
    await screen.findByRole('alert');
    expect(minji.checked).toBe(true);
  });

  it('T31 names the people of the other change, though they were added after the form was opened', async () => {
    const added = { id: 'c2', name: '이준호', nameEn: 'Junho Lee', title: '', side: 'startup' } as const;
    held = { ...READ, version: 2, participants: [added] };
    renderWithMessages(<ChangePeople {...view} />);
    await userEvent.click(await screen.findByLabelText(/Minji Kim/));
    await press('Change');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Minji Kim.*Junho Lee/);
  });

  it('T31 names the table of the other change, though it was added after the form was opened', async () => {
    held = { ...READ, version: 2, table: { id: 't9', name: 'VIP' } };
    sent.mockResolvedValueOnce(Response.json({ ...FACTS, tables: [{ id: 't1', name: 'A1' }] }));
    renderWithMessages(<MoveMeeting {...view} />);
    await userEvent.selectOptions(await screen.findByLabelText('Table'), 't1');
    await press('Change');
    const table = await screen.findByRole('table', { name: 'Fields in conflict' });
    expect(table.textContent).toMatch(/A1.*VIP/);
  });

  it('T31 keeps the time somebody else moved the meeting to, where only the link is changed here', async () => {
    const moved = { startsAt: '2023-05-03T02:00:00.000Z', endsAt: '2023-05-03T02:25:00.000Z' };
    held = { ...READ, ...moved, version: 2 };
    renderWithMessages(<MoveMeeting {...view} />);
    await typeLink('https://mine.example');
    await press('Change');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(changes.at(-1)).toEqual({ version: 2, ...moved, table: null, link: 'https://mine.example' });
  });
});
