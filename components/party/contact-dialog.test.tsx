// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ContactItem } from '@/lib/party/schema';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { ContactList } from './contact-list';

const READ: ContactItem = {
  ...{ id: 'c1', name: 'Minji Kim', nameEn: '', title: 'CEO', masked: true, archivedAt: null, version: 1 },
  ...{ email: 'k***@example.com', phone: '010-****-12', consentAt: null },
};
let current: ContactItem & { conflicts: string[] };
const sent = vi.fn(async (_path: string, init: RequestInit) => {
  const { version } = JSON.parse(String(init.body));
  if (version === current.version) return Response.json({ contactId: 'c1', version: version + 1 });
  const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
  return Response.json({ code: 'conflict', errors, current }, { status: 409 });
});
const bodies = () => sent.mock.calls.map(([, { body }]) => JSON.parse(String(body)));
const list = (contact: ContactItem) => (
  <ContactList
    party={{ investorId: 'i1' }}
    contacts={[contact]}
    consentDays={{}}
    canEdit={true}
    canReveal={true}
  />
);

/** Opens the contact's form, and types over one of its fields. */
async function edit(field: string, text: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Actions of Minji Kim' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  const input = await screen.findByLabelText(new RegExp(`^${field}`));
  await userEvent.clear(input);
  await userEvent.type(input, text);
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));
const asked = async (field: string) => {
  const table = await screen.findByRole('table', { name: 'Fields in conflict' });
  return within(table).getByRole('row', { name: new RegExp(`^${field}`) }).textContent;
};

answerRequests(sent);

describe('two people at the same contact', () => {
  it('T31 puts the field that both changed to the reader; saving again goes by the contact as it stands', async () => {
    current = { ...READ, title: 'CTO', version: 2, conflicts: ['title'] };
    renderWithMessages(list(READ));
    await edit('Title', 'COO');
    await save();
    expect(await asked('Title')).toMatch(/COO.*CTO.*CEO/);
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bodies()).toEqual([
      { version: 1, changes: { title: 'COO' }, base: { title: 'CEO' } },
      { version: 2, changes: { title: 'COO' }, base: { title: 'CTO' } },
    ]);
  });

  it('T31 asks also when the page is read anew below the open form', async () => {
    const { rerender } = renderWithMessages(list(READ));
    current = { ...READ, title: 'CTO', version: 2, conflicts: [] };
    await edit('Title', 'COO');
    rerender(list(current));
    expect(await asked('Title')).toMatch(/COO.*CTO.*CEO/);
    expect(sent).not.toHaveBeenCalled();
  });

  it('keeps what is typed when somebody archives the contact meanwhile', async () => {
    const { rerender } = renderWithMessages(list(READ));
    await edit('Title', 'COO');
    rerender(list({ ...READ, archivedAt: '2023-05-03T01:00:00.000Z', version: 2 }));
    expect(screen.getByLabelText<HTMLInputElement>(/^Title/).value).toBe('COO');
  });

  it('T31 shows masked data as it may be seen, and never sends a mask', async () => {
    current = { ...READ, email: 'l***@example.com', version: 2, conflicts: ['email'] };
    renderWithMessages(list(READ));
    await edit('E-mail', 'new@example.com');
    await save();
    expect(await asked('E-mail')).toMatch(/new@example\.com.*l\*\*\*@example\.com.*k\*\*\*@example\.com/);
    await save();
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
    expect(bodies()[1]).toEqual({ version: 2, changes: { email: 'new@example.com' }, base: {} });
  });
});
