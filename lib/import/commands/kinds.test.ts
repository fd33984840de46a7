import { describe, expect, it } from 'vitest';
import { listAmounts } from '@/lib/amount/queries';
import type { ProgramScope } from '@/lib/core/scope';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listOutcomesOfPair } from '@/lib/outcome/queries';
import { getInvestor, getStartup } from '@/lib/party/queries/parties';
import { listMembers } from '@/lib/person/queries/members';
import { getPair } from '@/lib/record/queries';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { checksum, ownUploads } from '@/scripts/test/import-files';
import { accepted, mainDay } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { listImportRows } from '../queries/imports';
import type { ImportKind } from '../schema';
import { applyImport } from './apply';
import { mendRow } from './change';
import { createImport } from './create';
import { undoImport } from './undo';

const database = ownDatabase();
const fileOf = ownUploads();

type Made = { importId: string; told: (string | undefined)[][] };

/** Reads a file of a kind, and says of each row what it would do, where and why. */
async function read(officer: ProgramScope, kind: ImportKind, lines: string[]): Promise<Made> {
  const before = await checksum(database.owner);
  const { id: importId } = accepted(
    await createImport(officer, { kind, file: await fileOf(lines.join('\n')) }),
  );
  expect(await checksum(database.owner)).toBe(before);
  const { items } = await listImportRows(officer, { importId });
  const told = items.map(({ verdict, problems: [first] }) =>
    first ? [verdict, first.field ?? '', first.reason] : [verdict],
  );
  return { importId, told };
}

/** Applies an import, looks, takes it back, and finds every byte as it was. */
async function applied(officer: ProgramScope, importId: string, look: () => Promise<void>): Promise<void> {
  const before = await checksum(database.owner);
  accepted(await applyImport(officer, { importId }));
  await look();
  const undone = accepted(await undoImport(officer, { importId }));
  expect(undone.kept).toEqual([]);
  expect(await checksum(database.owner)).toBe(before);
}

async function office(): Promise<{ world: SmallProgram; officer: ProgramScope }> {
  const world = await smallProgram(database.ownerUrl);
  return { world, officer: world.as('officer') };
}

describe('an import of', () => {
  it('investors finds them by name, whatever its width and case', async () => {
    const { world, officer } = await office();
    const { importId, told } = await read(officer, 'investors', [
      'Firm;도시;관심분야;투자 단계;건당 최소 금액;건당 최대 금액;지역',
      'ＦＩＲＭ 7;Boston;바이오, AI, Quantum;시드, Series A;USD 0.5M;$2M;미국, 한국',
      'Harbor Capital;;;;;;',
      'Northlight;Cambridge;;;;;Mars',
    ]);
    expect(told).toEqual([['change'], ['create'], ['rejected', 'regions', 'not_in_list']]);
    await applied(officer, importId, async () => {
      expect(await getInvestor(officer, { investorId: world.firm7 })).toMatchObject({
        ...{ name: 'Firm 7', city: 'Boston', focus: ['bio_health', 'ai', 'Quantum'] },
        ...{ rounds: ['seed', 'series_a'], regions: ['north_america', 'korea'] },
        ticket: { min: 50_000_000, max: 200_000_000, currency: 'USD' },
      });
    });
  });

  it('contacts adds people of both sides, and never shows an address that stands there', async () => {
    const { world, officer } = await office();
    const { importId, told } = await read(officer, 'contacts', [
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
    await applied(officer, importId, async () => {
      const { contacts } = await getStartup(officer, { startupId: world.stepOne });
      expect(contacts).toMatchObject([
        { name: '김지우', title: '대표', email: 'j***@example.com', consentAt: '2023-03-31T15:00:00.000Z' },
      ]);
      const firm = await getInvestor(officer, { investorId: world.firm7 });
      expect(firm.contacts.map(({ name }) => name).sort()).toEqual(['Dana Whitlock', 'Eun Park']);
    });
    accepted(
      await applyImport(officer, {
        importId: (await read(officer, 'contacts', ['회사명,이름,이메일', '스텝원,김지우,jiwoo@example.com']))
          .importId,
      }),
    );
    const again = await read(officer, 'contacts', ['회사명,이름,이메일', '스텝원,김지우,new@example.com']);
    const { items } = await listImportRows(officer, { importId: again.importId });
    expect(items[0]?.changes).toEqual([{ field: 'email', from: 'j***@example.com', to: 'new@example.com' }]);
  });

  it('people invites who is new, and lets nobody give a role that they could not give', async () => {
    const { world, officer } = await office();
    const member = `manager-${officer.program.slug}@example.com`;
    const { importId, told } = await read(
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
    await applied(officer, importId, async () => {
      const { items } = await listMembers(officer, {});
      const added = items.find(({ email }) => email === 'new@example.com');
      expect(added).toMatchObject({ name: '새 사람', role: 'startup', startup: { id: world.stepOne } });
    });
  });

  it('pairs moves, weighs, wishes and plans by the commands people use', async () => {
    const { world, officer } = await office();
    const owner = `officer-${officer.program.slug}@example.com`;
    const { importId, told } = await read(
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
    await applied(officer, importId, async () => {
      const pairId = world.pairOf(world.stepOne, world.firm7);
      const pair = await getPair(officer, { pairId });
      expect(pair).toMatchObject({ stage: 'video_call', nextStep: { text: '자료 송부' } });
      const { items } = await listWishes(officer, {});
      expect(items.find(({ pair: { id } }) => id === pairId)).toMatchObject({ own: 'must', officeWeight: 5 });
    });
  });

  it('wishes enters them by side, and leaves a no-thanks as it is', async () => {
    const { world, officer } = await office();
    const first = await read(officer, 'wishes', ['참가기업,투자사,희망', '스텝원,Harbor,거절']);
    accepted(await applyImport(officer, { importId: first.importId }));
    const { importId, told } = await read(officer, 'wishes', [
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
    await applied(officer, importId, async () => {
      const { items } = await listWishes(officer, {});
      const pairId = world.pairOf(world.stepOne, world.firm7);
      expect(items.find(({ pair: { id } }) => id === pairId)).toMatchObject({ own: 'must', officeWeight: 4 });
    });
    expect(accepted(await undoImport(officer, { importId: first.importId })).kept).toEqual([]);
  });

  it('availability reads slots one by one, from to, and whole days, on the clocks of the stage', async () => {
    const { world, officer } = await office();
    await mainDay(world);
    const { importId, told } = await read(officer, 'availability', [
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
    await applied(officer, importId, async () => {
      const { rows } = await getBlackouts(officer, { stage: 'main_session' });
      const away = rows.map(({ name, away: slots }) => [name, slots.length]);
      expect(Object.fromEntries(away)).toMatchObject({ 스텝원: 1, 메디픽셀: 0, Harbor: 2, '창가 자리': 3 });
    });
  });

  it('meetings books and marks them in the order of the file, and tells who is busy', async () => {
    const { world, officer } = await office();
    await mainDay(world);
    const { importId, told } = await read(officer, 'meetings', [
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
    await applied(officer, importId, async () => {
      const { items } = await listMeetings(officer, {});
      expect(items.map(({ state, startsAt }) => [state, startsAt])).toEqual([
        ['held', '2023-04-28T18:30:00.000Z'],
        ['no_show', '2023-04-28T18:30:00.000Z'],
      ]);
    });
    accepted(
      await applyImport(officer, {
        importId: (
          await read(officer, 'meetings', [
            '참가기업,투자사,단계,시작,상태',
            '스텝원,Firm 7,Main session,2023-04-28 14:30,Held',
          ])
        ).importId,
      }),
    );
    const again = await read(officer, 'meetings', [
      '참가기업,투자사,단계,시작,상태',
      '스텝원,Firm 7,Main session,2023-04-28 14:30,Held',
    ]);
    expect(again.told).toEqual([['same']]);
    const logged = await read(officer, 'outcomes', [
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
    await applied(officer, logged.importId, async () => {
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
    const { importId, told } = await read(officer, 'amounts', lines);
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
    await applied(officer, importId, async () => {
      const [entry] = await listAmounts(officer, { pairId });
      expect(entry).toMatchObject({
        rung: 'discussed',
        minor: 320_000_000,
        currency: 'KRW',
        means: 'import',
      });
      const again = await read(officer, 'amounts', lines.slice(0, 2));
      expect(again.told).toEqual([['same']]);
    });
  });
});
