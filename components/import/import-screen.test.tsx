// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ImportDetail } from '@/lib/import/schema';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { ApplyBar } from './apply-bar';
import { ColumnsPanel } from './columns-panel';
import { DecideAlike } from './decide-alike';
import type { ShownRow } from './import-address';
import { RowTable } from './row-table';
import { UndoImport } from './undo-import';

const DETAIL: ImportDetail = {
  ...{ id: '0190d2e0-0000-7000-8000-000000000001', kind: 'startups', state: 'draft', fileName: 'list.csv' },
  ...{ createdAt: '2023-04-01T00:00:00.000Z', appliedAt: null, undoneAt: null, version: 3, rows: 9 },
  by: { id: '0190d2e0-0000-7000-8000-000000000002', name: '김', nameEn: 'Kim' },
  ...{ create: 4, change: 1, same: 1, conflict: 2, skipped: 0, rejectedRows: 1, rejected: [] },
  ...{ format: 'csv', encoding: 'utf-8', sheet: null, otherSheets: [], hiddenSheets: 0, hiddenRows: 0 },
  headRow: 1,
  columns: [
    { heading: '회사명', field: 'name', example: '스텝원' },
    { heading: '산업', field: 'sector', example: 'AI' },
    { heading: '메모', field: null, example: '전화함' },
  ],
  isRemembered: true,
  fields: [
    { key: 'name', isRequired: true },
    { key: 'sector', isRequired: true },
    { key: 'summary', isRequired: false },
  ],
  answers: {},
  conflicts: [{ reason: 'archived', rows: 2 }],
  rejections: [{ reason: 'not_in_list', rows: 1 }],
};
const ROW: ShownRow = {
  ...{ number: 5, verdict: 'rejected', cells: { name: '클린에너지', sector: '우주' }, target: null },
  problems: [{ field: 'sector', reason: 'not_in_list', params: { value: '우주' } }],
  ...{ changes: [], decision: null, texts: ['This value is not in the list.'] },
};
const ARCHIVED: ShownRow = {
  ...ROW,
  ...{ number: 7, verdict: 'conflict', cells: { name: '스텝원', sector: 'AI' } },
  problems: [
    {
      ...{ field: 'name', reason: 'archived', params: { name: '스텝원' } },
      choices: [{ decision: DETAIL.by.id, name: '스텝원' }, { decision: 'create' }, { decision: 'skip' }],
    },
  ],
};

/** The platform's request as far as a watched change needs it: lines come, and it may be left. */
class WatchedRequest {
  static last: WatchedRequest;
  readonly upload = {};
  readonly status = 200;
  responseText = '';
  path = '';
  body = '';
  isAborted = false;
  onprogress?: () => void;
  onload?: () => void;
  onabort?: () => void;
  open(_method: string, path: string) {
    this.path = path;
  }
  setRequestHeader() {}
  getResponseHeader() {
    return 'application/x-ndjson';
  }
  send(body: string) {
    this.body = body;
    WatchedRequest.last = this;
  }
  say(line: object) {
    this.responseText += `${JSON.stringify(line)}\n`;
    this.onprogress?.();
  }
  abort() {
    this.isAborted = true;
    this.onabort?.();
  }
}

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(async () => Response.json(DETAIL));
answerRequests(sent);
const sentBody = () => JSON.parse(String(sent.mock.calls.at(-1)?.[1].body));
const sentTo = () => sent.mock.calls.at(-1)?.[0];

describe('rows of a file', () => {
  it('a cell that cannot be read says why and is corrected in its place', async () => {
    renderWithMessages(<RowTable detail={DETAIL} rows={[ROW]} canEdit caption="Rows" />);
    expect(screen.getByText(/This value is not in the list/)).toBeTruthy();
    const cell = screen.getByRole('textbox', { name: 'Sector, 5' });
    expect((cell as HTMLInputElement).value).toBe('우주');
    await userEvent.clear(cell);
    await userEvent.type(cell, '에너지{Enter}');
    expect(sentTo()).toBe(`/api/v1/programs/sample/imports/${DETAIL.id}/rows/5`);
    expect(sentBody()).toEqual({ cells: { sector: '에너지' } });
    expect(await screen.findByText('Row 5 was checked again.')).toBeTruthy();
  });

  it('a conflict is answered by the record that is meant, a new one or none', async () => {
    renderWithMessages(<RowTable detail={DETAIL} rows={[ARCHIVED]} canEdit caption="Rows" />);
    expect(screen.queryByRole('textbox')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'It is “스텝원”' }));
    expect(sentBody()).toEqual({ decision: DETAIL.by.id });
  });

  it('of a file that is somebody else’s, or over, nothing is asked', () => {
    renderWithMessages(<RowTable detail={DETAIL} rows={[ROW, ARCHIVED]} canEdit={false} caption="Rows" />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('a change shows what it replaces', () => {
    const changes = [{ field: 'sector', from: 'Energy', to: 'AI' }];
    const row: ShownRow = { ...ROW, verdict: 'change', problems: [], texts: [], changes };
    renderWithMessages(<RowTable detail={DETAIL} rows={[row]} canEdit={false} caption="Rows" />);
    expect(screen.getByText('Energy').tagName).toBe('DEL');
    expect(screen.getByText('AI').tagName).toBe('INS');
  });

  it('conflicts of one reason are answered alike: the record found, as new, or left out', async () => {
    renderWithMessages(<DecideAlike detail={DETAIL} rows={[ARCHIVED]} />);
    const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(names).toEqual(['Use the record found for all', 'Add all as new', 'Leave all out']);
    await userEvent.click(screen.getByRole('button', { name: 'Add all as new' }));
    expect(sentTo()).toBe(`/api/v1/programs/sample/imports/${DETAIL.id}/decisions`);
    expect(sentBody()).toEqual({ reason: 'archived', decision: 'create' });
  });
});

describe('columns of a file', () => {
  it('say what they are taken for, and that this is remembered; a field moves from one column to another', async () => {
    renderWithMessages(<ColumnsPanel detail={DETAIL} canEdit />);
    expect(screen.getByText(/Matched as in the last file/)).toBeTruthy();
    const memo = screen.getByRole('combobox', { name: 'Read “메모” as' });
    expect((memo as HTMLSelectElement).value).toBe('');
    const save = screen.getByRole('button', { name: 'Check again with these columns' });
    expect(save.hasAttribute('disabled')).toBe(true);
    await userEvent.selectOptions(memo, 'sector');
    await userEvent.click(save);
    expect(sentBody()).toEqual({ version: 3, mapping: { 0: 'name', 1: null, 2: 'sector' } });
  });
});

describe('writing and undoing', () => {
  it('one sentence says what is written and what is left out', async () => {
    renderWithMessages(<ApplyBar slug="sample" detail={DETAIL} />);
    expect(screen.getByText(/4 new records are added and 1 existing record is changed\./)).toBeTruthy();
    expect(screen.getByText(/2 rows to decide and 1 row with errors are left out\./)).toBeTruthy();
    vi.stubGlobal('XMLHttpRequest', WatchedRequest);
    await userEvent.click(screen.getByRole('button', { name: 'Import 5 rows' }));
    const request = WatchedRequest.last;
    expect(request.path).toBe(`/api/v1/programs/sample/imports/${DETAIL.id}/apply`);
    expect(JSON.parse(request.body)).toEqual({ version: 3 });
    act(() => request.say({ progress: { step: 'write', done: 2, of: 5 } }));
    expect(screen.getByRole('progressbar', { name: 'Saved 2 of 5 rows' })).toBeTruthy();
    act(() => request.say({ status: 200, body: DETAIL }));
    act(() => request.onload?.());
    expect(await screen.findByText('5 rows were imported.')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('it can be cancelled while it is written', async () => {
    renderWithMessages(<ApplyBar slug="sample" detail={DETAIL} />);
    vi.stubGlobal('XMLHttpRequest', WatchedRequest);
    await userEvent.click(screen.getByRole('button', { name: 'Import 5 rows' }));
    expect(screen.queryByRole('button', { name: 'Do not import' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
    expect(WatchedRequest.last.isAborted).toBe(true);
    expect(await screen.findByText(/The import was cancelled\./)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Do not import' })).toBeTruthy();
  });

  it('a file without anything new cannot be applied', () => {
    renderWithMessages(<ApplyBar slug="sample" detail={{ ...DETAIL, create: 0, change: 0 }} />);
    expect(screen.getByRole('button', { name: 'Import' }).hasAttribute('disabled')).toBe(true);
  });

  it('before an undo the rows that stay are named with their reason', async () => {
    const kept = [{ table: 'startup', id: 'a', why: 'edited', name: '스텝원' }];
    sent.mockImplementation(async () => Response.json({ takesBack: 3, kept, importId: DETAIL.id }));
    renderWithMessages(<UndoImport importId={DETAIL.id} fileName="list.csv" />);
    await userEvent.click(screen.getByRole('button', { name: 'Undo import' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('3 changes are undone.')).toBeTruthy();
    expect(dialog.getByText('스텝원: edited after the import.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Undo import' }));
    expect(sent.mock.calls.at(-1)?.[1].method).toBe('POST');
    expect(await screen.findByText('3 changes were undone.')).toBeTruthy();
  });
});
