import { RAMP_SIGNS, type RampTone } from '@/components/ui/ramp-tile';
import { type Cell, cellAt } from '@/lib/pair/rules/cells';
import { toneOfPair } from '../stage-tone';

/** How a square looks and what is read out for it. */
export type Look = { tone: RampTone; sign: string; money: boolean; outside: boolean; label: string };
export type CellWords = {
  stage: (stage: Cell['stage']) => string;
  status: (status: Cell['status']) => string;
  money: string;
  outside: string;
  none: string;
};

/** A look for each code, made once: a cohort of thousands has a few dozen different squares. */
export function lookMaker(words: CellWords): (codes: string, column: number) => Look {
  const known = new Map<string, Look>();
  return (codes, column) => {
    const code = codes.slice(column * 2, column * 2 + 2);
    const look = known.get(code) ?? lookOf(cellAt(code, 0), words);
    known.set(code, look);
    return look;
  };
}

function lookOf(cell: Cell | null, words: CellWords): Look {
  if (!cell) return { tone: '0', sign: '', money: false, outside: true, label: words.none };
  const tone = toneOfPair(cell.stage, cell.status);
  // What is seen is part of what is heard: who says "2" by voice means this square.
  const digit = /\d/.test(RAMP_SIGNS[tone]) ? `${RAMP_SIGNS[tone]} ` : '';
  const label = [
    digit + words.stage(cell.stage),
    cell.status === 'open' ? '' : words.status(cell.status),
    cell.money ? words.money : '',
    cell.matches ? '' : words.outside,
  ];
  return {
    tone,
    sign: RAMP_SIGNS[tone],
    money: cell.money,
    outside: !cell.matches,
    label: label.filter(Boolean).join(', '),
  };
}
