import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Statement } from './record';

/* The floor: node:http and node-postgres, sending the recorded statements and answering the last rows as JSON. Its own process. */

type Script = { statements: Statement[]; fresh: string[]; answer: number };

/** Sent by whoever started this: too much for an environment. */
const scripts = await new Promise<Record<string, Script>>((resolve) => process.once('message', resolve));
const pool = new pg.Pool({ connectionString: process.env.FLOOR_URL, max: 20 });

/** Sends one script on one connection; ids the product made up are made up anew. */
async function play({ statements, fresh, answer }: Script): Promise<unknown> {
  const client = await pool.connect();
  const renamed = new Map(fresh.map((id) => [id, randomUUID()]));
  try {
    let rows: unknown = null;
    for (const [index, { text, values }] of statements.entries()) {
      const renewed =
        fresh.length === 0 ? values : values.map((value) => renamed.get(value as string) ?? value);
      const result = await client.query({ text, values: renewed });
      if (index === answer) rows = result.rows;
    }
    return rows;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const script = scripts[request.url?.slice(1) ?? ''];
  if (!script) {
    response.writeHead(404).end();
    return;
  }
  request.resume();
  play(script).then(
    (rows) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(rows));
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
