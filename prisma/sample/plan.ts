import { FIRMS, STARTUPS } from './cast';
import { colour } from './colouring';
import { type Chance, chanceOf } from './random';

/** Startup and investor by their place in the cast. */
export type Both = readonly [startup: number, investor: number];

/** Who gets how far, as of 3 May 2023: 331 of 570 to a video call, 248 to a pre-meeting, 184 to the main day, 41 on. */
const REACHED = { video_call: 331, pre_meeting: 248, main_session: 184, follow_up: 41 } as const;
const MAIN_SLOTS = 13;
const PRE_SLOTS = 18;
const VIDEO_SLOTS = 80;

/** The five startups behind the KRW 84.5 billion under discussion on 3 May, in hundred millions of won, pair by pair. */
export const DISCUSSED_BY_3_MAY: readonly (readonly [startup: number, eok: readonly number[]])[] = [
  [5, [210, 100]],
  [0, [150, 115]],
  [8, [70, 50]],
  [1, [60, 30]],
  [9, [60]],
];

export type Plan = {
  chance: Chance;
  /** Best first: how well each two fit. */
  ranked: Both[];
  video: Both[];
  pre: Both[];
  main: Both[];
  cancelledMain: Both[];
  /** Reached follow-up by 3 May, best first; the startups with money lead. */
  early: Both[];
  /** Reach follow-up later. */
  late: Both[];
  slotOf: (stage: 'video_call' | 'pre_meeting' | 'main_session', both: Both) => number | null;
};

export const keyOf = ([startup, investor]: Both) => `${startup}:${investor}`;

function fitOf(startup: number, investor: number, chance: Chance): number {
  const sector = STARTUPS[startup]?.sector;
  const wanted = FIRMS[investor]?.focus.includes(sector ?? 'other') ? 1 : 0;
  return wanted * 0.55 + chance.next() * 0.6 + ((investor * 7) % 11) * 0.01;
}

/** Takes the best pairs while neither side has more than its share. */
function choose(
  ranked: readonly Both[],
  count: number,
  perStartup: number,
  perInvestor: number,
  already: readonly Both[] = [],
): Both[] {
  const chosen = [...already];
  const taken = new Set(chosen.map(keyOf));
  const of = [new Map<number, number>(), new Map<number, number>()] as const;
  for (const [s, i] of chosen) {
    of[0].set(s, (of[0].get(s) ?? 0) + 1);
    of[1].set(i, (of[1].get(i) ?? 0) + 1);
  }
  for (const both of ranked) {
    if (chosen.length === count) break;
    const [s, i] = both;
    if (taken.has(keyOf(both)) || (of[0].get(s) ?? 0) >= perStartup || (of[1].get(i) ?? 0) >= perInvestor)
      continue;
    chosen.push(both);
    taken.add(keyOf(both));
    of[0].set(s, (of[0].get(s) ?? 0) + 1);
    of[1].set(i, (of[1].get(i) ?? 0) + 1);
  }
  if (chosen.length !== count) throw new RangeError(`the plan found ${chosen.length} of ${count} pairs`);
  return chosen;
}

export function planBoston(seed = 20230428): Plan {
  const chance = chanceOf(seed);
  const scored = STARTUPS.flatMap((_, s) =>
    FIRMS.map((_, i) => ({ both: [s, i] as Both, score: fitOf(s, i, chance) })),
  );
  const ranked = scored.sort((a, b) => b.score - a.score).map(({ both }) => both);
  const booked = choose(ranked, 195, MAIN_SLOTS, 8);
  const cancelledMain = chance.shuffle(booked).slice(0, 195 - REACHED.main_session);
  const gone = new Set(cancelledMain.map(keyOf));
  const main = booked.filter((both) => !gone.has(keyOf(both)));
  const pre = choose(ranked, REACHED.pre_meeting, PRE_SLOTS, PRE_SLOTS, booked);
  const video = choose(ranked, REACHED.video_call, 30, 20, pre);
  // Met for the first time on the day, or the day before: a skipped stage counts as reached.
  const skipVideo = new Set(chance.shuffle(pre).slice(0, 24).map(keyOf));
  const skipPre = new Set(chance.shuffle(main).slice(0, 18).map(keyOf));
  const videoMet = video.filter((both) => !skipVideo.has(keyOf(both)));
  const preMet = pre.filter((both) => !skipPre.has(keyOf(both)));
  const slots = {
    video_call: slotTable(videoMet, VIDEO_SLOTS),
    pre_meeting: slotTable(preMet, PRE_SLOTS),
    main_session: slotTable(booked, MAIN_SLOTS),
  };
  const { early, late } = planFollowUps(main, chance);
  return {
    chance,
    ranked,
    video,
    pre,
    main,
    cancelledMain,
    early,
    late,
    slotOf: (stage, both) => slots[stage].get(keyOf(both)) ?? null,
  };
}

function slotTable(pairs: readonly Both[], slots: number): Map<string, number> {
  const placed = colour(pairs, slots);
  return new Map(pairs.map((both, index) => [keyOf(both), placed[index] as number]));
}

function planFollowUps(main: readonly Both[], chance: Chance): { early: Both[]; late: Both[] } {
  const withMoney = DISCUSSED_BY_3_MAY.flatMap(([startup, eok]) =>
    main.filter(([s]) => s === startup).slice(0, eok.length),
  );
  const taken = new Set(withMoney.map(keyOf));
  const rest = chance.shuffle(main.filter((both) => !taken.has(keyOf(both))));
  const early = [...withMoney, ...rest.slice(0, REACHED.follow_up - withMoney.length)];
  return {
    early,
    late: rest.slice(REACHED.follow_up - withMoney.length, REACHED.follow_up - withMoney.length + 52),
  };
}
