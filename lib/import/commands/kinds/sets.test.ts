import { describe, expect, it } from 'vitest';
import { sayWish } from '@/lib/timetable/commands/wishes';
import { readList, thereAndBack } from '@/scripts/test/importing';
import { accepted, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { applyImport } from '../apply';

const database = ownDatabase();

async function office() {
  const world = await smallProgram(database.ownerUrl);
  return { world, officer: world.as('officer') };
}

/** Entries of a program's trail since it began, but for those of the import itself. */
async function trailOf(programId: string) {
  const { rows } = await database.owner.query(
    `select command, means, by_id is null as unnamed, pair_id as "pairId" from audit_entry
     where program_id = $1 and command not like 'import.%' order by command, by_id is null, pair_id`,
    [programId],
  );
  return rows;
}

const HEAD = '참가기업,투자사,단계,가중치,참가기업 희망,사무국 희망,다음 단계';
const PLAIN = '스텝원,Firm 7,,4,희망,필수,자료 송부';

describe('rows of which nothing can be refused', () => {
  it('are written in sets and leave the entries of the commands that people use', async () => {
    const { world, officer } = await office();
    const rows = [PLAIN, '메디픽셀,Harbor,Video call,2,,,', '스텝원,Harbor,,,만나지 않음,,'];
    const { importId, told } = await readList(database, officer, 'pairs', [HEAD, ...rows]);
    expect(told).toEqual([['change'], ['change'], ['change']]);
    await thereAndBack(database, officer, importId, async () => {
      const [plain, moved] = [
        world.pairOf(world.stepOne, world.firm7),
        world.pairOf(world.rival, world.harbor),
      ];
      const named = { means: 'import', unnamed: false };
      expect(await trailOf(world.programId)).toEqual([
        { command: 'pair.edit', ...named, pairId: plain },
        { command: 'pair.move_stage', ...named, pairId: moved },
        { command: 'timetable.say_wish', ...named, pairId: null },
        { command: 'timetable.say_wish', ...named, pairId: null },
        // Whose no-thanks it is, nobody learns.
        { command: 'timetable.say_wish', means: 'web', unnamed: true, pairId: null },
        { command: 'timetable.weigh_pair', ...named, pairId: expect.any(String) },
        { command: 'timetable.weigh_pair', ...named, pairId: expect.any(String) },
      ]);
      const { rows: pairs } = await database.owner.query(
        'select version, next_step from pair where id = $1',
        [plain],
      );
      expect(pairs).toEqual([{ version: 2, next_step: '자료 송부' }]);
    });
  });

  it('are refused at their row where a no-thanks stands, and whole where one was said since', async () => {
    const { world, officer } = await office();
    const { importId } = await readList(database, officer, 'pairs', [HEAD, PLAIN]);
    const pairId = world.pairOf(world.stepOne, world.firm7);
    accepted(await sayWish(officer, { pairId, side: 'investor', said: 'no_thanks' }));
    expect(reasonsOf(await applyImport(officer, { importId }))).toEqual(['preview_changed']);
    const again = await readList(database, officer, 'pairs', [HEAD, PLAIN]);
    expect(again.told).toEqual([['rejected', 'officeWish', 'no_thanks_is_final']]);
  });

  it('are told at their cell where a text is too long', async () => {
    const { officer } = await office();
    const { told } = await readList(database, officer, 'pairs', [
      '참가기업,투자사,다음 단계',
      `스텝원,Firm 7,${'가'.repeat(4_000)}`,
    ]);
    expect(told).toEqual([['rejected', 'nextStep', 'too_long']]);
  });

  it('amounts stand in the order of the file, and the pair goes by the last of its highest rung', async () => {
    const { world, officer } = await office();
    const { importId } = await readList(database, officer, 'amounts', [
      '참가기업,투자사,금액 단계,금액,기준일',
      '스텝원,Firm 7,LOI,2억,2023-05-02',
      '스텝원,Firm 7,LOI,3억,2023-05-02',
      '스텝원,Firm 7,Under discussion,9억,2023-05-03',
    ]);
    const pairId = world.pairOf(world.stepOne, world.firm7);
    await thereAndBack(database, officer, importId, async () => {
      const { rows } = await database.owner.query(
        'select live_rung, live_minor::int, live_currency from pair where id = $1',
        [pairId],
      );
      expect(rows).toEqual([{ live_rung: 'loi', live_minor: 300_000_000, live_currency: 'KRW' }]);
      const entry = { command: 'amount.add', means: 'import', unnamed: false, pairId };
      expect(await trailOf(world.programId)).toEqual([entry, entry, entry]);
    });
  });
});
