import { parseArgs } from 'node:util';
import { Problem } from './problem';

/** The values of `--name value` options, all of them words; anything else is a Problem that shows the usage. */
export function readOptions<Name extends string>(
  names: readonly Name[],
  usage: string,
): { [N in Name]?: string } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ options, strict: true }).values as { [N in Name]?: string };
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message.split('. ')[0] : error}. Usage: ${usage}`);
  }
}

/** An option that must be there. */
export function required(value: string | undefined, name: string, usage: string): string {
  if (value?.trim()) return value;
  throw new Problem(`--${name} is missing. Usage: ${usage}`);
}

/** An option that is a count. */
export function wholeNumber(text: string, name: string, usage: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Problem(`--${name} takes a whole number. Usage: ${usage}`);
  return Number(text);
}
