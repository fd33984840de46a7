import { randomFrom, shuffle } from '@/lib/solver/rules/random';
import { type Instance, instanceSchema } from '@/lib/solver/schema';

/** A family of synthetic events, after those of `shared/timetable`: what is scarce differs, the rest is alike. */
export type Family = {
  name: string;
  startups: number;
  investors: number;
  slots: number;
  tables: number;
  wishes: number;
  startupFree: number;
  investorFree: number;
  /** Two days, many investors on one of them only, late arrivals, and a few investors whom everybody wants. */
  twoDays?: boolean;
};

const SMALL = { startups: 15, investors: 38, slots: 12, startupFree: 0.82, investorFree: 0.8 };
const MIDDLE = {
  startups: 150,
  investors: 400,
  slots: 24,
  wishes: 6000,
  startupFree: 0.8,
  investorFree: 0.8,
};

export const FAMILIES = {
  s15: { ...SMALL, name: 's15', tables: 15, wishes: 570 },
  s15k8: { ...SMALL, name: 's15k8', tables: 8, wishes: 570 },
  s15d: { ...SMALL, name: 's15d', tables: 11, wishes: 330, twoDays: true },
  s15t: { ...SMALL, name: 's15t', tables: 9, wishes: 400, startupFree: 0.55, investorFree: 0.5 },
  s150: { ...MIDDLE, name: 's150', tables: 120 },
  s150d: { ...MIDDLE, name: 's150d', tables: 100, twoDays: true },
} as const satisfies Record<string, Family>;

/** An event `times` as large as `s150`: 6,000 wishes each time, the slots growing more slowly. */
export function large(wishes: number): Family {
  const times = wishes / 60_000;
  return {
    name: `s${Math.round(1500 * times)}`,
    startups: Math.round(1500 * times),
    investors: Math.round(4000 * times),
    slots: 120,
    tables: Math.round(520 * times),
    wishes,
    startupFree: 0.8,
    investorFree: 0.8,
  };
}

/** The event of a family under a seed; the same on every machine. */
export function makeInstance(family: Family, seed: number): Instance {
  const random = randomFrom(seed * 7919 + family.name.length);
  const digits = (share: number) =>
    Array.from({ length: family.slots }, () => (random() < share ? '1' : '0')).join('');
  const startupAvailability = Array.from({ length: family.startups }, () => digits(family.startupFree));
  const vcAvailability = Array.from({ length: family.investors }, () =>
    family.twoDays ? shortened(digits(family.investorFree), random) : digits(family.investorFree),
  );
  return instanceSchema.parse({
    name: `${family.name}-${seed}`,
    seed,
    slots: family.slots,
    tablesPerSlot: family.tables,
    startupAvailability,
    vcAvailability,
    requests: wishes(family, random),
  });
}

/** Two in five stay for one day only, and one in five of the rest comes late. */
function shortened(digits: string, random: () => number): string {
  const half = digits.length >> 1;
  const drawn = random();
  if (drawn < 0.2) return digits.slice(0, half).padEnd(digits.length, '0');
  if (drawn < 0.4) return digits.slice(half).padStart(digits.length, '0');
  return random() < 0.2 ? `0${digits.slice(1)}` : digits;
}

function wishes(family: Family, random: () => number): [number, number, number][] {
  const { startups, investors, wishes: count, twoDays } = family;
  const weight = () => 1 + Math.floor(random() * 5);
  if (count > (startups * investors) / 2) {
    const pairs = Int32Array.from({ length: startups * investors }, (_, pair) => pair);
    shuffle(pairs, random);
    return Array.from(pairs.slice(0, count), (pair) => [
      Math.floor(pair / investors),
      pair % investors,
      weight(),
    ]);
  }
  const drawn = new Map<number, [number, number, number]>();
  while (drawn.size < count) {
    const startup = Math.floor(random() * startups);
    const investor = Math.floor((twoDays ? random() ** 1.7 : random()) * investors);
    const pair = startup * investors + investor;
    if (!drawn.has(pair)) drawn.set(pair, [startup, investor, weight()]);
  }
  return [...drawn.values()];
}
