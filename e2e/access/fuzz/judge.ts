import type { Answer, Ask } from './ask';

/** The largest answer that a refusal may have: what was sent is not sent back many times over. */
const MOST_OF_A_REFUSAL = 100_000;
const INSIDES = /node_modules|prisma|at async |\.tsx?:\d+|SQLSTATE|select .{1,80} from /i;

/** What is wrong with an answer, in words; empty when nothing is. */
export function faultsOf(asked: Ask, { status, headers, body }: Answer): string[] {
  const faults: string[] = [];
  const isApi = asked.path.startsWith('/api/');
  if (status >= 500) faults.push(`answered ${status}`);
  // The framework itself sends on an address with dots or a slash too many, before anything of ours is asked.
  if (status === 308) return faults;
  if (!headers['x-content-type-options']) faults.push(`${status} without nosniff`);
  if (!/no-store/.test(String(headers['cache-control'] ?? '')))
    faults.push(`${status} may be kept by a cache`);
  if (isApi && status >= 400 && asked.method !== 'HEAD') {
    if (body.length > MOST_OF_A_REFUSAL) faults.push(`a refusal of ${body.length} characters`);
    if (INSIDES.test(body)) faults.push('a refusal that tells of the inside');
  }
  if (!isApi && /data-dgst="(?!NEXT_)/.test(body)) faults.push('a part of the page failed');
  return faults;
}
