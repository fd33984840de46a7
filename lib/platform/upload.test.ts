import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fileField } from '@/lib/core/fields';
import { isUpload, type Upload } from '@/lib/core/upload';
import { env } from './env';
import { parseInput } from './input';
import { receiveUpload } from './upload';

const incoming = () => readdir(path.join(env.DATA_DIR, 'incoming'));

function requestOf(parts: readonly (readonly [string, string | File])[]): Request {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return new Request('http://localhost/', { method: 'POST', body: form });
}

it('keeps a file on the disk until it is forgotten, under a name of its own', async () => {
  const before = await incoming().catch(() => []);
  const decomposed = 'C:\\자료\\참가기업.csv'.normalize('NFD');
  const file = new File(['이름\n메디픽셀\n'], decomposed);
  const received = await receiveUpload(
    requestOf([
      ['kind', 'startups'],
      ['mapping', '{"이름":"name"}'],
      ['file', file],
    ]),
  );
  if (!received.ok) throw new Error(JSON.stringify(received.refusals));
  const { fields, forget } = received.value;
  expect(fields).toMatchObject({ kind: 'startups', mapping: { 이름: 'name' } });
  const upload = fields.file as Upload;
  expect(upload).toMatchObject({ name: '참가기업.csv', size: new Blob(['이름\n메디픽셀\n']).size });
  expect(await readFile(upload.path, 'utf8')).toBe('이름\n메디픽셀\n');
  expect(JSON.stringify(upload)).not.toContain(upload.path);
  await forget();
  expect(await incoming()).toEqual(before);
});

it('calls a file by what can be kept of its name', async () => {
  const nameOf = async (name: string) => {
    const received = await receiveUpload(requestOf([['file', new File(['x'], name)]]));
    if (!received.ok) throw new Error(JSON.stringify(received.refusals));
    await received.value.forget();
    return (received.value.fields.file as Upload).name;
  };
  expect(await nameOf('a\u0000b\u0007.csv')).toBe('a b .csv');
  expect(await nameOf(`${'가'.repeat(199)}😀.csv`)).toBe('가'.repeat(199));
});

it('refuses two parts of one name, two files, and what is no form', async () => {
  const file = new File(['x'], 'x.csv');
  const reasonOf = async (request: Request) => {
    const received = await receiveUpload(request);
    return received.ok ? null : received.refusals.map(({ reason }) => reason);
  };
  expect(
    await reasonOf(
      requestOf([
        ['kind', 'a'],
        ['kind', 'b'],
        ['file', file],
      ]),
    ),
  ).toEqual(['invalid']);
  expect(
    await reasonOf(
      requestOf([
        ['one', file],
        ['two', file],
      ]),
    ),
  ).toEqual(['too_many_parts']);
  const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  expect(await reasonOf(new Request('http://localhost/', json))).toEqual(['not_multipart']);
  expect(await incoming()).toEqual([]);
});

it('leaves nothing behind of a file that was cut off on its way', async () => {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nhalf of it';
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(head));
      controller.error(new Error('the network is gone'));
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
  expect(await receiveUpload(new Request('http://localhost/', init))).toMatchObject({ ok: false });
  expect(await incoming()).toEqual([]);
});

it('is the only thing that a field for a file takes', async () => {
  const schema = z.strictObject({ file: fileField(3) });
  const reasonsOf = (file: unknown) => {
    const parsed = parseInput(schema, { file });
    return parsed.ok ? [] : parsed.refusals.map(({ reason }) => reason);
  };
  for (const json of ['x', { path: '/etc/passwd', size: 1 }, null])
    expect(reasonsOf(json)).toEqual(['no_file']);
  for (const [text, reasons] of [
    ['abc', []],
    ['abcd', ['file_too_large']],
    ['', ['file_empty']],
  ] as const) {
    const received = await receiveUpload(requestOf([['file', new File([text], 'x')]]));
    if (!received.ok) throw new Error('not received');
    expect(isUpload(received.value.fields.file)).toBe(true);
    expect(reasonsOf(received.value.fields.file)).toEqual(reasons);
    await received.value.forget();
  }
});
