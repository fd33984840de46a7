import { zoneName } from '@/lib/core/dates';
import { isClosed } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { MoveMenu } from './move-menu';
import { StatusMenu } from './status-menu';

type Props = { slug: string; pair: PairItem; homeZone: string };

/** What the office does with a pair: a closed one is first reopened, then moved. */
export function PairActions({ slug, pair, homeZone }: Props) {
  const { id, version, stage, status, gates } = pair;
  const moving = { id, version, stage, status, gates };
  const zoneText = zoneName(new Date(), homeZone);
  return (
    <>
      <StatusMenu slug={slug} pair={moving} homeZone={homeZone} zoneText={zoneText} />
      {!isClosed(status) && <MoveMenu slug={slug} pair={moving} homeZone={homeZone} zoneText={zoneText} />}
    </>
  );
}
