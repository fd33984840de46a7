// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { NoteCard } from './note-forms';

type Note = Parameters<typeof NoteCard>[0]['note'];
const READ: Note = { id: 'n1', body: 'Read', visibility: 'program', side: 'program', version: 1, mine: true };
let current: Pick<Note, 'body' | 'visibility' | 'version'>;
const sent = vi.fn(async (_path: string, init: RequestInit) => {
  const { version, ...changes } = JSON.parse(String(init.body));
  if (version !== current.version) {
    const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
    return Response.json({ code: 'conflict', errors, current }, { status: 409 });
  }
  current = { ...current, ...changes, version: version + 1 };
  return Response.json({ noteId: 'n1', version: version + 1 });
});
const card = (note: Note) => <NoteCard pairId="p1" note={note} canEdit={true} meta={null} />;
const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit' });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

async function edit(body: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Note menu' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  await userEvent.clear(text());
  await userEvent.type(text(), body);
}

answerRequests(sent);

describe('one note in two windows', () => {
  it('T31 is not overwritten: both texts are shown, and saving again keeps this one', async () => {
    current = { body: 'Theirs', visibility: 'program', version: 2 };
    const { rerender } = renderWithMessages(card(READ));
    await edit('Mine');
    await save();
    expect((await screen.findByRole('alert')).textContent).toMatch(/Mine.*Theirs.*Read/);
    // The page that was read anew brings the version that the form already knows.
    rerender(card({ ...READ, ...current }));
    expect(screen.getByRole('alert').textContent).toMatch(/Mine.*Theirs.*Read/);
    expect(current.body).toBe('Theirs');
    await save();
    await waitFor(() => expect(current.body).toBe('Mine'));
  });

  it('T31 asks when the page is read anew below the open form, instead of saving over it', async () => {
    current = { body: 'Theirs', visibility: 'program', version: 2 };
    const { rerender } = renderWithMessages(card(READ));
    await edit('Mine');
    rerender(card({ ...READ, ...current }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Mine.*Theirs.*Read/);
  });

  it('T31 keeps another visibility of the other window', async () => {
    current = { body: 'Read', visibility: 'shared', version: 2 };
    renderWithMessages(card(READ));
    await edit('Mine');
    await save();
    await waitFor(() => expect(current).toEqual({ body: 'Mine', visibility: 'shared', version: 3 }));
  });

  it('sends nothing where nothing was changed', async () => {
    current = READ;
    renderWithMessages(card(READ));
    await edit('Read');
    await save();
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    expect(sent).not.toHaveBeenCalled();
  });
});
