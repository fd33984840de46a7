// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { answerRequests, renderWithMessages, route } from '@/scripts/test/render';
import { ArchiveParty } from './archive-party';
import { partyValuesOf } from './kinds';
import { EditPartyForm, NewPartyForm } from './party-form';

const ID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
/** Method, path below the program, and body of every request. */
const requests = () =>
  sent.mock.calls.map(([path, init]) => [
    init.method,
    path.replace('/api/v1/programs/sample', ''),
    JSON.parse(String(init.body)),
  ]);
const refusal = (reason: string, current?: object) =>
  Response.json(
    { code: 'invalid', errors: [{ pointer: '/name', reason, message: `Refused: ${reason}` }], current },
    { status: 422 },
  );
const alike = () => refusal('same_name', { id: OTHER, name: 'Harbor Peak' });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

answerRequests(sent);

describe('a new party', () => {
  it('is added by the operation of its kind, with the fields of its kind, and its profile opens', async () => {
    renderWithMessages(<NewPartyForm slug="sample" kind="investor" />);
    sent.mockResolvedValue(Response.json({ investorId: ID, version: 1, pairs: 2 }, { status: 201 }));
    await userEvent.type(screen.getByLabelText(/^Name/), 'Harbor Peak');
    await userEvent.type(screen.getByLabelText(/^City/), 'Boston');
    await userEvent.click(screen.getByLabelText('Robotics'));
    await userEvent.click(screen.getByLabelText('Seed'));
    await userEvent.click(screen.getByLabelText('Korea'));
    await userEvent.type(screen.getByLabelText('From'), '0.5m');
    await userEvent.type(screen.getByLabelText('To'), '$3M');
    await press('Add');
    await waitFor(() => expect(route.push).toHaveBeenCalledWith(`/programs/sample/investors/${ID}`));
    const body = {
      ...{ name: 'Harbor Peak', city: 'Boston', focus: ['robotics'], summary: '', website: '' },
      ...{ rounds: ['seed'], regions: ['korea'] },
      ticket: { min: 50_000_000, max: 300_000_000, currency: 'USD' },
    };
    expect(requests()).toEqual([['POST', '/investors', body]]);
  });

  it('makes room for the next one where the reader wants to go on', async () => {
    renderWithMessages(<NewPartyForm slug="sample" kind="investor" />);
    sent.mockResolvedValue(Response.json({ investorId: ID, version: 1, pairs: 2 }, { status: 201 }));
    const name = screen.getByLabelText(/^Name/);
    await userEvent.type(name, 'Harbor Peak');
    await userEvent.click(screen.getByLabelText('Robotics'));
    await press('Add and continue');
    await waitFor(() => expect(name).toHaveProperty('value', ''));
    expect(screen.getByLabelText('Robotics')).toHaveProperty('checked', false);
    expect(document.activeElement).toBe(name);
    expect(route.push).not.toHaveBeenCalled();
  });

  it('of a name already there is shown the other one, and added once the reader says that it is another', async () => {
    renderWithMessages(<NewPartyForm slug="sample" kind="startup" />);
    sent.mockResolvedValueOnce(alike());
    await userEvent.type(screen.getByLabelText(/^Name/), 'Harbor Peak');
    await userEvent.selectOptions(screen.getByLabelText(/^Sector/), 'ai');
    await press('Add');
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByRole('link').getAttribute('href')).toBe(`/programs/sample/startups/${OTHER}`);
    sent.mockResolvedValueOnce(Response.json({ startupId: ID, version: 1, pairs: 2 }, { status: 201 }));
    await press('Add anyway');
    await waitFor(() => expect(route.push).toHaveBeenCalledWith(`/programs/sample/startups/${ID}`));
    expect(requests().map(([, , body]) => body.sameName)).toEqual([undefined, true]);
  });
});

describe('the profile of a party', () => {
  const initial = partyValuesOf('startup', {
    name: '가람바이오',
    sector: 'ai',
    website: 'https://garam.example',
  });
  const edit = () =>
    renderWithMessages(<EditPartyForm slug="sample" kind="startup" id={ID} version={3} initial={initial} />);

  it('sends what was changed, and what it was read as', async () => {
    edit();
    sent.mockResolvedValue(Response.json({ startupId: ID, version: 4 }));
    await userEvent.type(screen.getByLabelText(/^English name/), 'Garam Bio');
    await press('Save');
    await waitFor(() => expect(route.push).toHaveBeenCalledWith(`/programs/sample/startups/${ID}`));
    const body = { version: 3, changes: { nameEn: 'Garam Bio' }, base: { nameEn: '' } };
    expect(requests()).toEqual([['PATCH', `/startups/${ID}`, body]]);
  });

  it('T31 shows money that two people changed in words, and keeps what was typed', async () => {
    edit();
    const theirs = { minor: 2_000_000_000, currency: 'KRW' };
    sent.mockResolvedValue(refusal('stale', { ...initial, sought: theirs, version: 4 }));
    await userEvent.type(screen.getByLabelText('Amount sought'), '5억');
    await press('Save');
    const row = within(await screen.findByRole('table')).getAllByRole('row')[1] as HTMLElement;
    const cells = within(row).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent).slice(0, 3)).toEqual([
      'KRW 500 million',
      'KRW 2 billion',
      'Empty',
    ]);
    expect(requests()[0]?.[2].changes).toEqual({ sought: { minor: 500_000_000, currency: 'KRW' } });
  });

  it('T31 shows a field that two people changed side by side, sectors by their names', async () => {
    edit();
    const conflicts = [{ field: 'sector', mine: 'energy', theirs: 'robotics', original: 'ai' }];
    sent.mockResolvedValue(refusal('stale', { ...initial, sector: 'robotics', version: 4, conflicts }));
    await userEvent.selectOptions(screen.getByLabelText(/^Sector/), 'energy');
    await press('Save');
    const row = within(await screen.findByRole('table')).getAllByRole('row')[1] as HTMLElement;
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(expect.arrayContaining(['Energy', 'Robotics', 'AI']));
  });
});

describe('archiving a party', () => {
  const party = { kind: 'investor', id: ID, name: 'Harbor Peak', version: 5 } as const;

  it('is asked first, and undone by the toast with the version that came of it', async () => {
    renderWithMessages(<ArchiveParty {...party} isArchived={false} />);
    await press('Archive');
    expect(sent).not.toHaveBeenCalled();
    sent.mockImplementation(async () => Response.json({ investorId: ID, version: 6 }));
    const dialog = screen.getByRole('dialog', { name: 'Archive Harbor Peak?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Archive' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
    expect(requests()).toEqual([
      ['POST', `/investors/${ID}/archive`, { version: 5 }],
      ['POST', `/investors/${ID}/restore`, { version: 6 }],
    ]);
  });

  it('comes back after a question, not a refusal, where another one took the name', async () => {
    renderWithMessages(<ArchiveParty {...party} isArchived />);
    sent.mockResolvedValueOnce(alike());
    await press('Restore');
    const dialog = await screen.findByRole('dialog', { name: 'This name is already in use.' });
    expect(screen.queryByText('Refused: same_name')).toBeNull();
    sent.mockResolvedValueOnce(Response.json({ investorId: ID, version: 6 }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restore anyway' }));
    await screen.findByText('Harbor Peak restored.');
    expect(requests().map(([, , body]) => body)).toEqual([{ version: 5 }, { version: 5, sameName: true }]);
  });

  it('says why not in a toast where meetings are ahead', async () => {
    renderWithMessages(<ArchiveParty {...party} isArchived={false} />);
    await press('Archive');
    sent.mockResolvedValueOnce(refusal('meetings_ahead'));
    const dialog = screen.getByRole('dialog', { name: 'Archive Harbor Peak?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Archive' }));
    expect(await screen.findByText('Refused: meetings_ahead')).toBeDefined();
  });
});
