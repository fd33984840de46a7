import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { BoundFile } from '@/lib/platform/bound';

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' };

/** A file, sent as it was made. Whoever asks for its head alone makes none, and leaves no entry. */
export async function sendFile(
  operation: BoundFile,
  scope: ProgramScope,
  input: Record<string, unknown>,
  isHead: boolean,
): Promise<Response> {
  if (isHead) {
    if (!operation.may(scope)) throw new AppError('forbidden', operation.name);
    return new Response(null, { headers: HEADERS });
  }
  const { type, disposition, size, read } = await operation(scope, input);
  const of = { 'Content-Type': type, 'Content-Length': String(size), 'Content-Disposition': disposition };
  return new Response(read(), { headers: { ...HEADERS, ...of } });
}
