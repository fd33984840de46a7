import { Agent, request as httpRequest } from 'node:http';

export type Ask = { method: string; path: string; headers: Record<string, string>; body: string | null };
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

const PATIENCE_MS = 60_000;
/** The framework writes a long address twice into its redirect. */
const MOST_OF_HEADERS = 65_536;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends the path as it stands, which `fetch` would mend. Throws when the connection breaks or nothing comes. */
export function ask(address: string, { method, path, headers, body }: Ask): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { agent, hostname, port, method, path, headers, timeout: PATIENCE_MS, maxHeaderSize: MOST_OF_HEADERS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}
