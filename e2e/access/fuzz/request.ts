import { randomUUID } from 'node:crypto';
import type { Bound, PublicBound } from '@/lib/platform/bound';
import { inputFor } from '../inputs';
import type { Furnished, Things } from '../world';
import type { Ask } from './ask';
import { bent } from './bend';
import type { Plan } from './plan';

export type Worlds = { here: Furnished; elsewhere: Furnished };

const fieldsOf = (operation: Bound | PublicBound) =>
  Object.keys((operation.input as unknown as { shape?: object }).shape ?? {});

/** The request that a plan makes of an operation; signed in by `cookie`, as a page of our own would send it. */
export function requestOf(
  operation: Bound | PublicBound,
  plan: Plan,
  worlds: Worlds,
  cookie: string | null,
): Ask {
  const things = thingsOf(plan, worlds);
  const fields = fieldsOf(operation);
  const input = bent(inputFor(operation.name, fields, things), fields, plan.bends);
  const path = pathOf(operation.path, things, plan);
  const method = plan.method ?? operation.method;
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) };
  if (operation.method === 'GET') {
    const query = plan.query ?? queryOf(input);
    const whole = query ? `${path}?${query}` : path;
    return { method, path: whole, headers: { ...headers, ...plan.header }, body: null };
  }
  const body = plan.body ?? JSON.stringify(input);
  const json = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  return { method, path, headers: { ...headers, ...json, ...plan.header }, body };
}

function thingsOf(plan: Plan, { here, elsewhere }: Worlds): Things {
  if (plan.whose === 'foreign') return { ...elsewhere.mine, slug: here.mine.slug };
  if (plan.whose !== 'nothing') return here[plan.whose];
  const nothing = Object.keys(here.mine).map((key) => [key, randomUUID()]);
  return { ...Object.fromEntries(nothing), slug: here.mine.slug } as Things;
}

function pathOf(pattern: string, things: Things, plan: Plan): string {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const hostile = plan.part && names[plan.part.at % Math.max(names.length, 1)];
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === hostile && plan.part) return plan.part.value;
    return name === 'program' ? things.slug : (things[`${name}Id`] ?? '1');
  });
  return `/api/v1${filled}`;
}

/** As an address writes it: lists with commas, objects as JSON, unpaired surrogates as their three bytes. */
function queryOf(input: Record<string, unknown>): string {
  const text = (value: unknown): string =>
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map(text).join(',')
        : JSON.stringify(value);
  return Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key.toWellFormed())}=${escaped(text(value))}`)
    .join('&')
    .slice(0, 12_000);
}

function escaped(text: string): string {
  return text.isWellFormed()
    ? encodeURIComponent(text)
    : `%ED%A0%80${encodeURIComponent(text.toWellFormed())}`;
}
