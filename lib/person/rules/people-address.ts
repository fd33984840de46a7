const SHOWS = ['active', 'admins', 'archived'] as const;
export type PeopleShow = (typeof SHOWS)[number];

type Query = Record<string, string | string[] | undefined>;

/** Reads the address of the list of people; what it does not know is left out. */
export function readPeopleAddress(query: Query): { q: string; show: PeopleShow; cursor: string } {
  const text = (key: string) => [query[key] ?? ''].flat()[0] ?? '';
  return {
    q: text('q').replaceAll('\u0000', '').trim().slice(0, 100),
    show: SHOWS.find((one) => one === text('show')) ?? 'active',
    cursor: text('cursor'),
  };
}
