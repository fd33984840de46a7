import type { StepProgress } from '@/lib/core/progress';

const LINES = 'application/x-ndjson';

/** Whoever accepts lines hears how far a long change is while it runs. */
export function acceptsLines(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes(LINES);
}

export type Waiting = {
  tell: (progress: StepProgress) => void;
  /** Whether somebody still waits for the answer. */
  isHeard: () => boolean;
};

/**
 * Answers as `run` does, unless that tells of its progress before: then with one JSON object a line, `{"progress": …}` each
 * time, and at last `{"status": …, "body": …}`, the answer that would have come alone. A change whose reader has gone away
 * is made to its end all the same, unless it asks whether it is heard.
 */
export async function inLines(
  run: (waiting: Waiting) => Promise<Response>,
  signal?: AbortSignal,
): Promise<Response> {
  const waiting: object[] = [];
  let isRead = true;
  let write = (line: object) => void waiting.push(line);
  let begin = () => {};
  const begun = new Promise<null>((resolve) => {
    begin = () => resolve(null);
  });
  const answer = run({
    tell: (progress) => {
      write({ progress });
      begin();
    },
    isHeard: () => isRead && !signal?.aborted,
  });
  const whole = await Promise.race([begun, answer]);
  if (whole) return whole;
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      write = (line) => {
        if (isRead) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      for (const line of waiting) write(line);
      const response = await answer;
      write({ status: response.status, body: await response.json() });
      if (isRead) controller.close();
    },
    cancel() {
      isRead = false;
    },
  });
  return new Response(lines, { headers: { 'Content-Type': LINES, 'Cache-Control': 'private, no-store' } });
}
