import { expect, it } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { applyImport } from '@/lib/import/commands/apply';
import { createImport } from '@/lib/import/commands/create';
import { listImportRows } from '@/lib/import/queries/imports';
import { bytesOf } from '@/scripts/test/exported';
import { accepted, mainDay } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { exportMeetings, exportPeople, exportWishes } from './lists';
import { exportAmounts, exportOutcomes, exportPairs } from './pair-lists';

const database = ownDatabase();

/* What offices write is brought in once, given out, and read again: nothing of it is new. */
const FILES = {
  people: ['이메일,이름,역할,참가기업', 'new@example.com,새 사람,startup,스텝원'],
  meetings: [
    '참가기업,투자사,단계,시작,끝,테이블,상태,불참한 쪽,사유',
    '스텝원,Firm 7,main_session,2023-04-28 14:30,14:55,6,held,,',
    '메디픽셀,Harbor,main_session,2023-04-28 14:30,,창가 자리,no_show,investor,',
    '스텝원,Harbor,video_call,2023-04-11 09:00,,,cancelled,,일정 변경',
    '메디픽셀,Firm 7,follow_up,2023-05-20 09:00,,,scheduled,,',
  ],
  outcomes: [
    '참가기업,투자사,단계,관심도,요청한 것,다음 단계,다음 단계 날짜,메모',
    `스텝원,Firm 7,main_session,4,"재무제표, 임상 자료",자료 송부,2023-05-10,"'=1+1, 좋았음"`,
  ],
  amounts: [
    '참가기업,투자사,금액 단계,금액,통화,기준일,근거,사유',
    '스텝원,Firm 7,discussed,"3억 2,000만",,2023-05-02,,',
    '스텝원,Harbor,term_sheet,USD 1.2M,,2023-05-03,텀시트,',
  ],
  wishes: ['참가기업,투자사,희망', '스텝원,Harbor,must', '메디픽셀,Firm 7,no_thanks'],
  pairs: [
    '참가기업,투자사,단계,점수,담당자,다음 단계,다음 단계 날짜',
    '스텝원,Firm 7,main_session,5,OWNER,자료 송부,2023-05-10',
    '메디픽셀,Harbor,,,,전화,',
  ],
} as const;

const EXPORTS = {
  ...{ people: exportPeople, meetings: exportMeetings, outcomes: exportOutcomes },
  ...{ amounts: exportAmounts, wishes: exportWishes, pairs: exportPairs },
} as const;
type Kind = keyof typeof FILES;

async function bring(officer: ProgramScope, kind: Kind): Promise<void> {
  const owner = `officer-${officer.program.slug}@example.com`;
  const file = uploadOf('list.csv', FILES[kind].join('\n').replace('OWNER', owner));
  const made = accepted(await createImport(officer, { kind, file }));
  expect({ kind, rejected: made.rejected, conflict: made.conflict }).toEqual({
    kind,
    rejected: [],
    conflict: 0,
  });
  accepted(await applyImport(officer, { importId: made.id }));
}

const FORMS = (['csv', 'xlsx'] as const).flatMap((format) =>
  (['ko', 'en'] as const).map((lang) => [format, lang] as const),
);

it.each(FORMS)('lists exported as %s in %s bring nothing new', async (format, lang) => {
  const world = await smallProgram(database.ownerUrl);
  await mainDay(world);
  const officer = world.as('officer');
  for (const kind of Object.keys(FILES) as Kind[]) await bring(officer, kind);
  for (const kind of Object.keys(FILES) as Kind[]) {
    const bytes = await bytesOf(await EXPORTS[kind](officer, { format, lang }));
    const file = uploadOf(`list.${format}`, bytes);
    const { id: importId, rows } = accepted(await createImport(officer, { kind, file }));
    const { items } = await listImportRows(officer, { importId });
    const news = items.filter(({ verdict }) => verdict !== 'same');
    expect({ kind, news, some: rows > 0 }).toEqual({ kind, news: [], some: true });
  }
});
