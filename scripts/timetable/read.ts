import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ZodError, type ZodType } from 'zod';
import { InstanceFault } from '@/lib/solver/rules/fault';
import { type Instance, instanceSchema } from '@/lib/solver/schema';

export const USAGE = 'npm run -s timetable -- FILE(.json|.json.gz) [--seconds 10] [--seed 1]';

/** Input that makes no sense; the sentence says which and why. */
export class BadInput extends Error {}

export function isBadInput(error: unknown): error is Error {
  return error instanceof BadInput || error instanceof InstanceFault;
}

export function sentenceFor(error: Error): string {
  return error.message;
}

export function readInstance(file: string | undefined): Instance {
  return parsed(file, instanceSchema, textOf(file, 'a file with an instance'));
}

/** The last line that is no empty line: what the command printed may be kept whole. */
export function readLastLine<T>(file: string | undefined, what: string, schema: ZodType<T>): T {
  const lines = textOf(file, what).trimEnd().split('\n');
  const text = lines.join('\n');
  return parsed(file, schema, text.startsWith('{') && isJson(text) ? text : (lines.at(-1) ?? ''));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function textOf(file: string | undefined, what: string): string {
  if (!file) throw new BadInput(`There is no ${what}. Usage: ${USAGE}`);
  // npm runs in the project's folder; a path is meant from where the command was typed.
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const place = [path.resolve(typedIn, file), path.resolve(file)].find((each) => existsSync(each));
  if (!place) throw new BadInput(`There is no file ${file}.`);
  try {
    const bytes = readFileSync(place);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (isZipped ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new BadInput(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

function parsed<T>(file: string | undefined, schema: ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${file} is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
  try {
    return schema.parse(value);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const first = error.issues[0];
    throw new BadInput(`${file} does not fit at ${first?.path.join('.') || 'its root'}: ${first?.message}.`);
  }
}
