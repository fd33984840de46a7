import { Agent, request } from 'node:http';

/** One request to be made again and again; `next` may give each its own path or body. */
export type Shot = { method: string; path: string; headers?: Record<string, string>; body?: string };
export type Measured = { p50: number; p95: number; perSecond16: number };

const REQUESTS = { warmUp: 60, sequential: 300 };
const CONNECTIONS = 16;
const SECONDS = 3;

function fire(agent: Agent, address: string, shot: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}${shot.path}`,
      { agent, method: shot.method, headers: { ...shot.headers } },
      (response) => {
        const failed = (response.statusCode ?? 500) >= 400;
        const said: Buffer[] = [];
        response.on('data', (chunk: Buffer) => failed && said.push(chunk));
        response.on('end', () =>
          failed ? reject(new Error(`${response.statusCode} ${Buffer.concat(said).toString()}`)) : resolve(),
        );
      },
    );
    sent.on('error', reject);
    sent.end(shot.body);
  });
}

/** Median and 95th percentile of one request after another, in ms; requests a second over 16 connections. */
export async function measure(
  address: string,
  next: () => Promise<Shot> | Shot,
  { warmUp, sequential } = REQUESTS,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    for (let n = 0; n < warmUp; n += 1) await fire(agent, address, await next());
    const times: number[] = [];
    for (let n = 0; n < sequential; n += 1) {
      const shot = await next();
      const from = performance.now();
      await fire(agent, address, shot);
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { p50: at(0.5), p95: at(0.95), perSecond16: await throughput(agent, address, next) };
  } finally {
    agent.destroy();
  }
}

async function throughput(agent: Agent, address: string, next: () => Promise<Shot> | Shot): Promise<number> {
  let finished = 0;
  const from = performance.now();
  const until = from + SECONDS * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      await fire(agent, address, await next());
      finished += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return finished / ((performance.now() - from) / 1000);
}
