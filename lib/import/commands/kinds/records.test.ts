import { describe, expect, it } from 'vitest';
import { listAmounts } from '@/lib/amount/queries';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listOutcomesOfPair } from '@/lib/outcome/queries';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import { readList, thereAndBack } from '@/scripts/test/importing';
import { accepted, mainDay } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { applyImport } from '../apply';
import { mendRow } from '../change';

const database = ownDatabase();

async function office() {
  const world = await smallProgram(database.ownerUrl);
  return { world, officer: world.as('officer') };
}

describe('an import of', () => {
  it('availability reads slots one by one, from to, and whole days, on the clocks of the stage', async () => {
    const { world, officer } = await office();
    await mainDay(world);
    const { importId, told } = await readList(database, officer, 'availability', [
      '구분,이름,시작,끝,불가',
      '참가기업,스텝원,2023-04-28 14:30,,1',
      ',Harbor,2023. 4. 28. 오후 2:50,15:10,x',
      ',창가 자리,2023-04-28,,예',
      ',김지우,2023-04-28 18:00,,1',
      '투자사,스텝원,2023-04-28 14:30,,1',
      '참가기업,메디픽셀,2023-04-28 15:00,,0',
    ]);
    expect(told).toEqual([
      ['change'],
      ['change'],
      ['change'],
      ['rejected', 'start', 'no_such_slot'],
      ['rejected', 'name', 'unknown_name'],
      ['same'],
    ]);
    await thereAndBack(database, officer, importId, async () => {
      const { rows } = await getBlackouts(officer, { stage: 'main_session' });
      const away = rows.map(({ name, away: slots }) => [name, slots.length]);
      expect(Object.fromEntries(away)).toMatchObject({ 스텝원: 1, 메디픽셀: 0, Harbor: 2, '창가 자리': 3 });
    });
  });

  it('meetings books and marks them in the order of the file, and tells who is busy', async () => {
    const { world, officer } = await office();
    await mainDay(world);
    const { importId, told } = await readList(database, officer, 'meetings', [
      '참가기업,투자사,단계,시작,끝,테이블,상태,불참한 쪽',
      '스텝원,Firm 7,Main session,2023-04-28 14:30,14:55,6,Held,',
      '스텝원,Harbor,Main session,2023-04-28 14:40,,,Held,',
      '메디픽셀,Harbor,Main session,2023-04-28 14:30,,창가 자리,,투자사',
      '메디픽셀,Firm 7,Main session,2023-03-12 02:30,,,Held,',
      '메디픽셀,Firm 7,Main session,2023-04-28,,,Held,',
    ]);
    expect(told).toEqual([
      ['create'],
      ['rejected', 'start', 'startup_busy'],
      ['create'],
      ['rejected', 'start', 'clock_never'],
      ['rejected', 'start', 'no_time'],
    ]);
    await thereAndBack(database, officer, importId, async () => {
      const { items } = await listMeetings(officer, {});
      expect(items.map(({ state, startsAt }) => [state, startsAt])).toEqual([
        ['held', '2023-04-28T18:30:00.000Z'],
        ['no_show', '2023-04-28T18:30:00.000Z'],
      ]);
    });
    accepted(
      await applyImport(officer, {
        importId: (
          await readList(database, officer, 'meetings', [
            '참가기업,투자사,단계,시작,상태',
            '스텝원,Firm 7,Main session,2023-04-28 14:30,Held',
          ])
        ).importId,
      }),
    );
    const again = await readList(database, officer, 'meetings', [
      '참가기업,투자사,단계,시작,상태',
      '스텝원,Firm 7,Main session,2023-04-28 14:30,Held',
    ]);
    expect(again.told).toEqual([['same']]);
    const logged = await readList(database, officer, 'outcomes', [
      '참가기업,투자사,단계,관심도,요청한 것,다음 단계,다음 단계 날짜,메모',
      '스텝원,Firm 7,Main session,4,"재무제표, 임상 자료",자료 송부,2023-05-10,좋았음',
      '메디픽셀,Firm 7,Main session,4,,,,',
      '스텝원,Harbor,Main session,7,,,,',
    ]);
    expect(logged.told).toEqual([
      ['create'],
      ['rejected', 'stage', 'no_such_meeting'],
      ['rejected', 'interest', 'out_of_range'],
    ]);
    const pairId = world.pairOf(world.stepOne, world.firm7);
    await thereAndBack(database, officer, logged.importId, async () => {
      const { outcomes } = await listOutcomesOfPair(officer, { pairId });
      expect(outcomes).toMatchObject([
        { interest: 4, asked: ['재무제표', '임상 자료'], nextStepOn: '2023-05-10', note: '좋았음' },
      ]);
    });
  });

  it('amounts reads them as people write them, asks what can be meant in two ways, and never guesses a currency', async () => {
    const { world, officer } = await office();
    const lines = [
      '참가기업,투자사,금액 단계,금액,통화,기준일,사유',
      '스텝원,Firm 7,Under discussion,"3억 2,000만",,2023-05-02,',
      '스텝원,Harbor,Under discussion,USD 1.2M,,2023. 5. 2.,',
      '메디픽셀,Firm 7,Under discussion,"1,200,000,000",,2023-05-02,',
      '메디픽셀,Harbor,Under discussion,"120,000,000,000",KRW,2023-05-02,',
      '스텝원,Firm 7,Under discussion,3억 5000,,2023-05-03,',
      '스텝원,Firm 7,Signed,5억,,2023-05-03,',
      '스텝원,Firm 7,Under discussion,,,2023-05-03,',
      '스텝원,Firm 7,Under discussion,5억,,03/05/2023,',
    ];
    const { importId, told } = await readList(database, officer, 'amounts', lines);
    expect(told).toEqual([
      ['create'],
      ['create'],
      ['rejected', 'amount', 'currency_unsaid'],
      ['conflict', 'amount', 'unusually_large'],
      ['rejected', 'amount', 'ambiguous_number'],
      ['rejected', 'evidence', 'evidence_missing'],
      ['rejected', 'amount', 'required'],
      ['rejected', 'effectiveOn', 'ambiguous_date'],
    ]);
    const mended = accepted(await mendRow(officer, { importId, number: 5, decision: 'confirm' }));
    expect(mended).toMatchObject({ create: 3, conflict: 0, rejectedRows: 5 });
    const pairId = world.pairOf(world.stepOne, world.firm7);
    await thereAndBack(database, officer, importId, async () => {
      const [entry] = await listAmounts(officer, { pairId });
      expect(entry).toMatchObject({
        rung: 'discussed',
        minor: 320_000_000,
        currency: 'KRW',
        means: 'import',
      });
      const again = await readList(database, officer, 'amounts', lines.slice(0, 2));
      expect(again.told).toEqual([['same']]);
    });
  });
});
