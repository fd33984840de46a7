import { describe, expect, it } from 'vitest';
import { getInvestor, getStartup } from '@/lib/party/queries/parties';
import { listMembers } from '@/lib/person/queries/members';
import { getPair } from '@/lib/record/queries';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { readList, thereAndBack } from '@/scripts/test/importing';
import { accepted } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { listImportRows } from '../../queries/imports';
import { applyImport } from '../apply';
import { undoImport } from '../undo';

const database = ownDatabase();

async function office() {
  const world = await smallProgram(database.ownerUrl);
  return { world, officer: world.as('officer') };
}

describe('an import of', () => {
  it('investors finds them by name, whatever its width and case', async () => {
    const { world, officer } = await office();
    const { importId, told } = await readList(database, officer, 'investors', [
      'Firm;도시;관심분야;투자 단계;건당 최소 금액;건당 최대 금액;지역',
      'ＦＩＲＭ 7;Boston;바이오, AI, Quantum;시드, Series A;USD 0.5M;$2M;미국, 한국',
      'Harbor Capital;;;;;;',
      'Northlight;Cambridge;;;;;Mars',
    ]);
    expect(told).toEqual([['change'], ['create'], ['rejected', 'regions', 'not_in_list']]);
    await thereAndBack(database, officer, importId, async () => {
      expect(await getInvestor(officer, { investorId: world.firm7 })).toMatchObject({
        ...{ name: 'Firm 7', city: 'Boston', focus: ['bio_health', 'ai', 'Quantum'] },
        ...{ rounds: ['seed', 'series_a'], regions: ['north_america', 'korea'] },
        ticket: { min: 50_000_000, max: 200_000_000, currency: 'USD' },
      });
    });
  });

  it('contacts adds people of both sides, and never shows an address that stands there', async () => {
    const { world, officer } = await office();
    const { importId, told } = await readList(database, officer, 'contacts', [
      '회사명,투자사,이름,직함,이메일,동의일',
      '스텝원,,김지우,대표,jiwoo@example.com,2023-04-01',
      ',Firm 7,Eun Park,Partner,eun@example.com,',
      '스텝원,Firm 7,둘 다,,,',
      '없는 회사,,이 사람,,,',
      '메디픽셀,,박하늘,,not an address,',
      ',Firm 7,dana whitlock,,,',
    ]);
    expect(told).toEqual([
      ['change'],
      ['create'],
      ['rejected', '', 'one_party'],
      ['rejected', 'startup', 'unknown_name'],
      ['rejected', 'email', 'not_an_email'],
      ['same'],
    ]);
    await thereAndBack(database, officer, importId, async () => {
      const { contacts } = await getStartup(officer, { startupId: world.stepOne });
      expect(contacts).toMatchObject([
        { name: '김지우', title: '대표', email: 'j***@example.com', consentAt: '2023-03-31T15:00:00.000Z' },
      ]);
      const firm = await getInvestor(officer, { investorId: world.firm7 });
      expect(firm.contacts.map(({ name }) => name).sort()).toEqual(['Dana Whitlock', 'Eun Park']);
    });
    accepted(
      await applyImport(officer, {
        importId: (
          await readList(database, officer, 'contacts', [
            '회사명,이름,이메일',
            '스텝원,김지우,jiwoo@example.com',
          ])
        ).importId,
      }),
    );
    const again = await readList(database, officer, 'contacts', [
      '회사명,이름,이메일',
      '스텝원,김지우,new@example.com',
    ]);
    const { items } = await listImportRows(officer, { importId: again.importId });
    expect(items[0]?.changes).toEqual([{ field: 'email', from: 'j***@example.com', to: 'new@example.com' }]);
  });

  it('people invites who is new, and lets nobody give a role that they could not give', async () => {
    const { world, officer } = await office();
    const member = `manager-${officer.program.slug}@example.com`;
    const { importId, told } = await readList(
      database,
      officer,
      'people',
      [
        '이메일,이름,역할,참가기업',
        'New@Example.com,새 사람,참가기업 담당자,스텝원',
        'boss@example.com,상사,사무국,',
        `${member},manager,관리자,`,
        'who@example.com,누구,참가기업 담당자,',
      ].map((line) => line.replace('참가기업 담당자', '참가기업')),
    );
    expect(told).toEqual([
      ['create'],
      ['rejected', '', 'row_forbidden'],
      ['same'],
      ['rejected', 'startup', 'required'],
    ]);
    await thereAndBack(database, officer, importId, async () => {
      const { items } = await listMembers(officer, {});
      const added = items.find(({ email }) => email === 'new@example.com');
      expect(added).toMatchObject({ name: '새 사람', role: 'startup', startup: { id: world.stepOne } });
    });
  });

  it('pairs moves, weighs, wishes and plans by the commands people use', async () => {
    const { world, officer } = await office();
    const owner = `officer-${officer.program.slug}@example.com`;
    const { importId, told } = await readList(
      database,
      officer,
      'pairs',
      [
        '참가기업,투자사,단계,단계 이동일,사무국 희망,점수,담당자,다음 단계,다음 단계 날짜,상태,종료 사유,사유',
        `스텝원,Firm 7,화상회의,2023-04-10,꼭,5,${owner},자료 송부,2023-05-10,,,`,
        '메디픽셀,Harbor,사전미팅,,,,,,,,,',
        '메디픽셀,Firm 7,,,,,,,,투자사 거절,,',
        '스텝원,Harbor,,,,9,,,,,,',
        '스텝원,Harbour,,,,,,,,,,',
      ].map((line) =>
        line
          .replace('화상회의', 'Video call')
          .replace('사전미팅', 'Pre-meeting')
          .replace('투자사 거절', 'Investor passed'),
      ),
    );
    expect(told).toEqual([
      ['change'],
      ['change'],
      ['rejected', 'reasonCode', 'close_needs_reason'],
      ['rejected', 'weight', 'out_of_range'],
      ['rejected', 'investor', 'unknown_name'],
    ]);
    await thereAndBack(database, officer, importId, async () => {
      const pairId = world.pairOf(world.stepOne, world.firm7);
      const pair = await getPair(officer, { pairId });
      expect(pair).toMatchObject({ stage: 'video_call', nextStep: { text: '자료 송부' } });
      const { items } = await listWishes(officer, {});
      expect(items.find(({ pair: { id } }) => id === pairId)).toMatchObject({ own: 'must', officeWeight: 5 });
    });
  });

  it('wishes enters them by side, and leaves a no-thanks as it is', async () => {
    const { world, officer } = await office();
    const first = await readList(database, officer, 'wishes', ['참가기업,투자사,희망', '스텝원,Harbor,거절']);
    accepted(await applyImport(officer, { importId: first.importId }));
    const { importId, told } = await readList(database, officer, 'wishes', [
      'startup,investor,side,wish,weight',
      'StepOne,Firm 7,office,must,4',
      'StepOne,Firm 7,investor,yes,',
      'StepOne,Harbor,office,like,',
      'MediPixel,Harbor,office,perhaps,',
      'StepOne,Firm 7,office,like,',
    ]);
    expect(told).toEqual([
      ['create'],
      ['create'],
      ['rejected', 'wish', 'no_thanks_is_final'],
      ['rejected', 'wish', 'not_in_list'],
      ['conflict', '', 'twice_in_file'],
    ]);
    await thereAndBack(database, officer, importId, async () => {
      const { items } = await listWishes(officer, {});
      const pairId = world.pairOf(world.stepOne, world.firm7);
      expect(items.find(({ pair: { id } }) => id === pairId)).toMatchObject({ own: 'must', officeWeight: 4 });
    });
    expect(accepted(await undoImport(officer, { importId: first.importId })).kept).toEqual([]);
  });
});
