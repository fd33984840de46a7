import { Temporal } from 'temporal-polyfill';
import type { FigureName } from '@/lib/funnel/rules/figure';
import { endOf } from './history';
import type { AmountRow, Log, PairRow, StageRow, StatusRow } from './log';

/**
 * The rows of a figure found by hand: for each pair its entries in force, and the one that decides. Follows the
 * definition alone and knows nothing of the product's SQL or rules.
 */
const STAGES = ['candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up'];
const RUNGS = ['interest', 'discussed', 'loi', 'term_sheet', 'committee', 'signed', 'paid', 'follow_on'];
const SUM_OF: Record<string, string> = {
  ...{ discussed: 'discussed', loi: 'intended', term_sheet: 'intended', committee: 'intended' },
  ...{ signed: 'signed', paid: 'paid', follow_on: 'follow_on' },
};

type Decided = { pair: string; entry: string; minor: bigint | null; currency: string | null };
type Entries = {
  moves: StageRow[];
  turns: StatusRow[];
  amounts: AmountRow[];
  held: { id: string; stage: string; startsAt: number }[];
};
type Asked = { zone: string; asOf: string; knownOn?: string | undefined; from: string };

export function recountRows(log: Log, figure: FigureName, asked: Asked): Decided[] {
  const gone = new Set([...log.startups, ...log.investors].filter((p) => p.archived).map((p) => p.id));
  return log.pairs.flatMap((pair) => {
    if (gone.has(pair.startupId) || gone.has(pair.investorId)) return [];
    const found = isNew(log, pair, figure, asked)
      ? decide(entriesOf(log, pair, asked), FROM_PERIOD[figure.kind]?.(figure) ?? figure, asked)
      : null;
    if (!found) return [];
    const money = ['sum', 'left_out', 'rung'].includes(figure.kind) || 'minor' in found;
    const { minor, currency } = found as AmountRow;
    return [
      { pair: pair.id, entry: found.id, minor: money ? minor : null, currency: money ? currency : null },
    ];
  });
}

/** What a figure of a period counts, without its period. */
const FROM_PERIOD: Record<string, (figure: FigureName) => FigureName> = {
  first_met: (figure) => ({ ...figure, kind: 'met' }) as FigureName,
  newly_lost: (figure) => ({ ...figure, kind: 'lost' }) as FigureName,
  new_step: (figure) => ({ ...figure, kind: 'step' }) as FigureName,
};

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** Not so on the eve of the period; a lost pair, lost at no stage. */
function isNew(log: Log, pair: PairRow, figure: FigureName, asked: Asked): boolean {
  const plain = FROM_PERIOD[figure.kind]?.(figure);
  if (!plain) return true;
  const eve = { ...asked, asOf: dayBefore(asked.from) };
  const entries = entriesOf(log, pair, eve);
  const asLost = (stage: string) => decide(entries, { kind: 'lost', stage } as FigureName, eve);
  return plain.kind === 'lost' ? !STAGES.some(asLost) : !decide(entries, plain, eve);
}

function entriesOf(log: Log, pair: PairRow, { zone, asOf, knownOn }: Asked): Entries {
  const [before, knownBefore] = [
    endOf(asOf, zone),
    knownOn ? endOf(knownOn, zone) : Number.POSITIVE_INFINITY,
  ];
  const voided = new Set(log.voids.filter((v) => v.recordedAt < knownBefore).map((v) => v.targetId));
  const known = <R extends { id: string; pairId: string; recordedAt: number }>(rows: readonly R[]) =>
    rows.filter((row) => row.pairId === pair.id && row.recordedAt < knownBefore && !voided.has(row.id));
  // Rows stand in the order in which they were written; sorting keeps it among those of the same moment.
  const inOrder = <R extends { effectiveAt: number }>(rows: readonly R[]) =>
    rows.filter((row) => row.effectiveAt < before).toSorted((a, b) => a.effectiveAt - b.effectiveAt);
  const held = log.meetings.flatMap((meeting) => {
    if (meeting.pairId !== pair.id) return [];
    const told = log.meetingEvents.filter((e) => e.meetingId === meeting.id && e.recordedAt < knownBefore);
    const last = told.filter((e) => e.kind !== 'changed').at(-1);
    return last?.kind === 'held' && last.startsAt < before
      ? [{ id: last.id, stage: meeting.stage, startsAt: last.startsAt }]
      : [];
  });
  return {
    moves: inOrder(known(log.stages)),
    turns: inOrder(known(log.statuses)),
    amounts: known(log.amounts)
      .filter((row) => row.effectiveOn <= asOf)
      .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn)),
    held,
  };
}

function decide(entries: Entries, figure: FigureName, asked: Asked): { id: string } | null | undefined {
  const { moves, turns, amounts, held } = entries;
  const came = moves.filter((row) => !row.opens).at(-1) ?? moves.at(-1);
  const turn = turns.at(-1);
  const status = turn?.toStatus ?? 'open';
  const later = (a: StageRow, b: StatusRow | undefined) => (b && b.effectiveAt > a.effectiveAt ? b : a);
  const first = (stage: string) => moves.find((row) => STAGES.indexOf(row.toStage) >= STAGES.indexOf(stage));
  const standsIn = (stage: string) => came?.toStage === stage;
  switch (figure.kind) {
    case 'reached':
      return first(figure.stage);
    case 'entered': {
      const entry = first(figure.stage);
      return entry && entry.effectiveAt >= endOf(dayBefore(asked.from), asked.zone) ? entry : null;
    }
    case 'met':
      return held
        .filter(({ stage }) => stage === figure.stage)
        .reduce<Entries['held'][number] | null>((a, b) => (a && a.startsAt <= b.startsAt ? a : b), null);
    case 'now':
      return standsIn(figure.stage) && status === 'open' && came ? later(came, turn) : null;
    case 'staying': {
      if (!came || !standsIn(figure.stage) || !['open', 'on_hold'].includes(status)) return null;
      const ended = turns.findLastIndex((row) => !['open', 'on_hold'].includes(row.toStatus));
      return later(came, ended < 0 ? undefined : turns[ended + 1]);
    }
    case 'on_hold':
    case 'invested':
      return standsIn(figure.stage) && status === figure.kind ? turn : null;
    case 'lost': {
      const sides = figure.status ? [figure.status as string] : ['passed', 'withdrawn'];
      const fits = !figure.reason || figure.reason === (turn?.reasonCode ?? 'own_words');
      return standsIn(figure.stage) && sides.includes(status) && fits ? turn : null;
    }
    case 'step':
      return figure.step === 'follow_on'
        ? amounts.find(({ rung }) => rung === 'follow_on')
        : firstInvested(entries, asked.zone);
    case 'sum':
    case 'left_out':
    case 'rung': {
      const live = liveAmount(amounts);
      if (!live) return null;
      const isAgreed = ['signed', 'paid', 'follow_on'].includes(live.rung);
      const isOver = !isAgreed && (status === 'passed' || status === 'withdrawn');
      if (isOver !== (figure.kind === 'left_out')) return null;
      const named = figure.kind === 'rung' ? live.rung === figure.rung : SUM_OF[live.rung] === figure.sum;
      return named ? live : null;
    }
    default:
      return null;
  }
}

/** A day counts from its beginning, so that money of the day stands before what was said in its course. */
function firstInvested({ amounts, turns }: Entries, zone: string): { id: string } | undefined {
  const money = amounts.find(({ rung }) => rung === 'paid' || rung === 'follow_on');
  const said = turns.find(({ toStatus }) => toStatus === 'invested');
  if (!money || !said) return money ?? said;
  const dawn = Temporal.PlainDate.from(money.effectiveOn).toZonedDateTime(zone).epochMilliseconds;
  return dawn <= said.effectiveAt ? money : said;
}

function liveAmount(entries: readonly AmountRow[]): AmountRow | null {
  const ended = entries.findLastIndex(({ rung }) => !RUNGS.includes(rung));
  return entries
    .slice(ended + 1)
    .reduce<AmountRow | null>(
      (best, entry) => (best && RUNGS.indexOf(best.rung) > RUNGS.indexOf(entry.rung) ? best : entry),
      null,
    );
}
