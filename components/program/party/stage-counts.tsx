import { useTranslations } from 'next-intl';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { Cell, HeaderCell } from '@/components/ui/table';
import type { PartyFigures } from '@/lib/program/queries/figures';
import { PROGRAM_STAGES } from '@/lib/program/schema';

const STANDINGS = ['candidate', ...PROGRAM_STAGES] as const;

/** The heads of the columns below: a tile for each stage, its name for who does not see it. */
export function StageCountHeads() {
  const t = useTranslations('pair.stage');
  const party = useTranslations('program.party');
  return (
    <>
      {STANDINGS.map((stage, index) => (
        <HeaderCell key={stage} numeric className="max-md:hidden">
          <span className="inline-flex" title={t(stage)}>
            <RampTile tone={String(index) as RampTone} />
            <span className="sr-only">{t(stage)}</span>
          </span>
        </HeaderCell>
      ))}
      <HeaderCell numeric className="max-md:hidden">
        {party('closed')}
      </HeaderCell>
      <HeaderCell numeric className="whitespace-nowrap">
        {party('reachedMain')}
      </HeaderCell>
    </>
  );
}

/** Open pairs by stage, closed ones, and how many ever reached the main session. */
export function StageCountCells({ figures }: { figures: PartyFigures | null }) {
  const count = (value: number | undefined) =>
    value ? value : <span className="text-ink-2">{value === 0 ? '·' : '–'}</span>;
  return (
    <>
      {STANDINGS.map((stage) => (
        <Cell key={stage} numeric className="max-md:hidden">
          {count(figures?.standing[stage])}
        </Cell>
      ))}
      <Cell numeric className="max-md:hidden">
        {count(figures?.closed)}
      </Cell>
      <Cell numeric className="font-medium">
        {count(figures?.reachedMain)}
      </Cell>
    </>
  );
}
