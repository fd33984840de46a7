import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerUnreadable } from './readable-request.mjs';
import { isStrangersForm, LONGEST_FORM, refuseLongForms } from './short-form.mjs';

const PAGES = [
  '/sign-in',
  '/sign-in/forgot',
  '/sign-in?next=%2F',
  '/%73ign-in',
  '/x/../sign-in',
  '/invitations/a',
  '/api/auth/callback/password',
  '/api//auth/signout',
  '/api/v1/sign-in/password-links',
];
const HEAD = 'HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n';

/** Answers as the sign-in page does: with what was sent, in several times its length. */
let server: Server;
let asked = 0;
const said: string[] = [];
beforeAll(async () => {
  answerUnreadable((line) => said.push(line));
  refuseLongForms();
  server = createServer(async (request, response) => {
    asked += 1;
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end(`from Next ${body.length} ${body.slice(0, 10)}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

/** What comes back until the server, or a last request that asks for it, ends the connection. */
function exchange(...sent: string[]): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const each of sent) socket.write(each);
    });
    socket
      .on('data', (chunk) => {
        text += chunk;
      })
      .on('end', () => resolve(text))
      .on('error', reject);
  });
}

const form = (page: string, length: number) =>
  `POST ${page} ${HEAD}Content-Length: ${length}\r\n\r\n${'<'.repeat(length)}`;
const inChunks = (page: string, length: number) =>
  `POST ${page} ${HEAD}Transfer-Encoding: chunked\r\n\r\n${'3e8\r\n'.concat('<'.repeat(1000), '\r\n').repeat(length / 1000)}0\r\n\r\n`;
const LAST = 'GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';

describe('7.10 a form of people who are not signed in', () => {
  test.each(PAGES)('that is far too long is answered 413 in a short page: %s', async (page) => {
    for (const send of [form, inChunks]) {
      said.length = 0;
      asked = 0;
      const text = await exchange(send(page, 900_000), LAST);
      expect(text).toMatch(/^HTTP\/1\.1 413 /);
      expect(text).toContain('입력한 내용이 너무 깁니다');
      expect(text).toMatch(/\r\nx-content-type-options: nosniff\r\n/);
      expect(text.length).toBeLessThan(3000);
      // Next sees the request after it on the same connection, and no part of this one.
      expect([asked, text.includes('from Next 0')]).toEqual([1, true]);
      expect(said.map((line) => JSON.parse(line))).toEqual([
        expect.objectContaining({ status: 413, msg: 'form too long' }),
      ]);
    }
  });

  test('that is as long as it may be comes through whole, however it is sent', async () => {
    expect(await exchange(form('/sign-in', LONGEST_FORM), LAST)).toContain(`from Next ${LONGEST_FORM} <<<`);
    expect(await exchange(form('/sign-in', LONGEST_FORM + 1), LAST)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await exchange(inChunks('/sign-in', 16_000), LAST)).toContain('from Next 16000 <<<');
    expect(await exchange(form('/sign-in', 0), LAST)).toContain('from Next 0');
  });

  test('that breaks off in the middle disturbs nobody', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`POST /sign-in ${HEAD}Content-Length: 9000\r\n\r\n<`, () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect(await exchange(form('/sign-in', 9), LAST)).toContain('from Next 9 <<<');
  });

  test('is told from other requests', async () => {
    for (const url of PAGES) expect([url, isStrangersForm({ method: 'POST', url })]).toEqual([url, true]);
    for (const url of [
      '/',
      '/sign-inside',
      '/p/sign-in',
      '/api/v1/me',
      '/api/v1/sign-ins',
      '/api/authors',
      '/%ff',
      '/programs?x=/sign-in',
    ]) {
      expect([url, isStrangersForm({ method: 'POST', url })]).toEqual([url, false]);
    }
    expect(isStrangersForm({ method: 'GET', url: '/sign-in' })).toBe(false);
    expect(await exchange(form('/programs', 900_000), LAST)).toContain('from Next 900000');
  });
});
