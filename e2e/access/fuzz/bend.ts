import type { Bend } from './plan';

type Holder = Record<string, unknown> | unknown[];
type Place = { holder: Holder; key: string | number };

/** A copy of the input with each bend applied; `fields` are those that the operation knows, given or not. */
export function bent(
  input: Record<string, unknown>,
  fields: readonly string[],
  bends: readonly Bend[],
): Record<string, unknown> {
  const copy = structuredClone(input);
  for (const { at, how, value: shared } of bends) {
    const value = structuredClone(shared);
    if (how === 'add') {
      copy[`unknown${at}`] = value;
      continue;
    }
    const places = placesOf(copy, fields);
    const place = places[at % Math.max(places.length, 1)];
    if (!place) continue;
    if (how === 'remove' && !Array.isArray(place.holder)) delete place.holder[place.key];
    else (place.holder as Record<string | number, unknown>)[place.key] = value;
  }
  return copy;
}

/** Every field of the input, inside objects and lists too. */
function placesOf(input: Record<string, unknown>, fields: readonly string[]): Place[] {
  const known = new Set([...fields, ...Object.keys(input)]);
  const places: Place[] = [...known].map((key) => ({ holder: input, key }));
  const enter = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of [...keys].slice(0, 20)) {
      places.push({ holder: value as Holder, key });
      enter((value as Record<string | number, unknown>)[key]);
    }
  };
  for (const key of Object.keys(input)) enter(input[key]);
  return places;
}
