import { env } from './env';

/** Set by scripts/serve/local-mark.mjs, which sees the request before Next does. */
const LOCAL_HEADER = 'x-roundtable-local';
const SOURCE_HEADER = 'x-roundtable-source';

/**
 * Whether the people of the sample exist for this request: sample data is loaded, the server is for this machine alone,
 * and the request came from this machine to this machine and was not forwarded. A request without the mark was.
 */
export function admitsSample(headers: Pick<Headers, 'get'>): boolean {
  const mark = env.LOCAL_MARK;
  return env.SAMPLE && mark !== undefined && headers.get(LOCAL_HEADER) === mark;
}

/** The network address a request came from, as far as proxies nearby tell; empty where nobody looked. */
export function sourceOf(headers: Pick<Headers, 'get'>): string {
  return headers.get(SOURCE_HEADER) ?? '';
}
