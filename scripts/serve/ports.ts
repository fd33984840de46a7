import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@/scripts/problem';

/** A port on the loopback address that nothing listens on now. */
export function freePort(): Promise<number> {
  return listenOnce('127.0.0.1', 0);
}

export async function isFree(host: string, port: number): Promise<boolean> {
  return listenOnce(host, port).then(
    () => true,
    () => false,
  );
}

/** Throws one sentence when the server could not listen there, after giving a killed predecessor a moment to go. */
export async function requirePort(host: string, port: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    const code = await listenOnce(host, port).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
    if (code === null) return;
    if (code !== 'EADDRINUSE' || tries === 15) throw new Problem(portSentence(host, port, code));
    await sleep(200);
  }
}

export function portSentence(host: string, port: number, code: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program; choose one with PORT=….`;
  if (code === 'EACCES') return `Port ${port} is reserved for the system; choose one above 1023 with PORT=….`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST=${host} is no address of this machine.`;
  return `Roundtable cannot listen on ${host}:${port} (${code}).`;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
