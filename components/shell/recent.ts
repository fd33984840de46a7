/** Something a person opened, as it was shown. `program` is its short name. */
export type RecentThing = {
  kind: string;
  program: string | null;
  title: string;
  detail: string;
  href: string;
};

const PREFIX = 'rt.recent.';
const MOST = 20;
const FIELDS = ['kind', 'title', 'detail', 'href'] as const;

/** What this person opened last on this device, the latest first. */
export function readRecent(storage: Storage, personId: string): RecentThing[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(PREFIX + personId) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** Puts it first; a browser that keeps nothing is no reason to stop. */
export function keepRecent(storage: Storage, personId: string, thing: RecentThing): void {
  const others = readRecent(storage, personId).filter(({ href }) => href !== thing.href);
  try {
    storage.setItem(PREFIX + personId, JSON.stringify([thing, ...others].slice(0, MOST)));
  } catch {}
}

/** Whoever signs out leaves no names behind: everybody's lists on this device go. */
export function forgetRecent(storage: Storage): void {
  try {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  } catch {}
}

function isRecent(each: unknown): each is RecentThing {
  const thing = each as Record<string, unknown> | null;
  return (
    typeof thing === 'object' &&
    thing !== null &&
    FIELDS.every((field) => typeof thing[field] === 'string') &&
    /^\/[^/]/.test(String(thing.href))
  );
}
