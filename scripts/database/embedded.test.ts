import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withClient, withDatabase } from './connection';
import { startEmbedded } from './embedded';

const folder = mkdtempSync(path.join(tmpdir(), 'roundtable-embedded-'));
// Passable, so that as root the cluster stays here with the rest.
chmodSync(folder, 0o711);
const dataDir = path.join(folder, '.data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inside = (...names: string[]) => path.join(dataDir, ...names);
const postmaster = () => Number(readFileSync(inside('postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const portOf = (url: string) => Number(new URL(url).port);

/** Starts, asks one thing of the server's own database, and stops. */
async function visit(sql: string) {
  const server = await startEmbedded(dataDir);
  try {
    return (await withClient(withDatabase(server.ownerUrl, 'postgres'), (client) => client.query(sql))).rows;
  } finally {
    await server.stop();
  }
}

describe('the embedded database', () => {
  test('is made once, on loopback, durable, and its passwords are its owner’s alone', async () => {
    const asked = `select current_setting('listen_addresses') as host, current_setting('fsync') as fsync,
      current_setting('password_encryption') as password, current_setting('unix_socket_directories') as sockets`;
    expect(await visit(asked)).toEqual([
      { host: '127.0.0.1', fsync: 'on', password: 'scram-sha-256', sockets: '' },
    ]);
    expect(statSync(inside('database.json')).mode & 0o777).toBe(0o600);
    expect(statSync(inside('postgres')).mode & 0o777).toBe(0o700);
    expect(readFileSync(inside('postgres', 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*\btrust\b/m);
  });

  test('comes back with every acknowledged write after its processes were killed', async () => {
    const server = await startEmbedded(dataDir);
    await withClient(withDatabase(server.ownerUrl, 'postgres'), async (client) => {
      await client.query('create table kept (n int)');
      for (let n = 1; n <= 50; n++) await client.query('insert into kept values ($1)', [n]);
      process.kill(postmaster(), 'SIGKILL');
    });
    await server.exited;
    expect(await visit('select count(*)::int as n from kept')).toEqual([{ n: 50 }]);
  });

  test('outliving the process that started it is ended and started again', async () => {
    const orphan = await startEmbedded(dataDir);
    const pid = postmaster();
    expect(await visit('select count(*)::int as n from kept')).toEqual([{ n: 50 }]);
    await orphan.exited;
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });

  test('starts although another program has the number of its last process', async () => {
    writeFileSync(inside('postgres', 'postmaster.pid'), `${process.pid}\n${inside('postgres')}\n`);
    expect(await visit('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('moves to another port when its own is taken', async () => {
    const before = portOf((await startAndStop()).ownerUrl);
    const thief = createServer().listen(before, '127.0.0.1');
    await new Promise((resolve) => thief.once('listening', resolve));
    expect(portOf((await startAndStop()).ownerUrl)).not.toBe(before);
    await new Promise((resolve) => thief.close(resolve));
  });

  test('of a newer version is refused in one sentence', async () => {
    writeFileSync(inside('postgres', 'PG_VERSION'), '19\n');
    await expect(startEmbedded(dataDir)).rejects.toThrow(/newer PostgreSQL 19, this Roundtable brings 18/);
  });
});

async function startAndStop() {
  const server = await startEmbedded(dataDir);
  await server.stop();
  return server;
}
