/** Joins what is truthy; later classes do not override earlier ones, so give a component only what it lacks. */
export function classNames(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
