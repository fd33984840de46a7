import { expect, it } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { applyImport } from '@/lib/import/commands/apply';
import { createImport } from '@/lib/import/commands/create';
import { addInvestor, addStartup } from '@/lib/party/commands/parties';
import { withClient } from '@/scripts/database/connection';
import { bytesOf } from '@/scripts/test/exported';
import { accepted } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { exportInvestors, exportStartups } from './lists';

const database = ownDatabase();

/** Names that spreadsheets and files like to break. */
const NAMES = [
  '=1+1',
  '＝SUM(A1)',
  "'quoted'",
  "'=quoted formula",
  '-5',
  '+82 10',
  '@handle',
  'a,b;c"d"',
  '바다숲🧬',
  '000123',
  '1e5',
  '2023-05-03',
  'TRUE',
  '_x0041_',
  'שלום',
  '<b>&amp;</b>',
];

/** What is sought and put in: in several currencies, one end open, or not said. */
const TERMS = [
  {
    startup: { round: 'series_a', sought: { minor: 3_000_000_000, currency: 'KRW' }, regions: ['korea'] },
    investor: {
      rounds: ['seed', 'series_a'],
      ticket: { min: 50_000_000, max: 500_000_050, currency: 'USD' },
      regions: ['north_america', 'korea'],
    },
  },
  {
    startup: {
      round: 'pre_seed',
      sought: { minor: 120_000_050, currency: 'USD' },
      regions: ['japan', 'europe'],
    },
    investor: { rounds: ['growth'], ticket: { min: null, max: 2_000_000_000, currency: 'KRW' }, regions: [] },
  },
  { startup: {}, investor: {} },
] as const;

async function filled(): Promise<ProgramScope> {
  const officer = (await smallProgram(database.ownerUrl)).as('officer');
  for (const [at, name] of NAMES.entries()) {
    const text = { summary: `${name}\n둘째 줄, "따옴표"`, website: 'https://example.com/?a=1&b=2' };
    const terms = TERMS[at % TERMS.length] as (typeof TERMS)[number];
    const startup = { nameEn: `En ${at} ${name}`, sector: 'ai', ...text, ...terms.startup } as const;
    accepted(await addStartup(officer, { name, ...startup }));
    const investor = { city: name, focus: ['robotics', '심해 탐사'], ...text, ...terms.investor };
    accepted(await addInvestor(officer, { name, ...investor }));
  }
  return officer;
}

/** Every profile of a program as it stands, in order of names. */
function profilesOf({ programId }: ProgramScope, kind: 'startups' | 'investors') {
  return withClient(database.ownerUrl, async (client) => {
    const own = `id,program_id,version,created_at,updated_at`;
    const { rows } = await client.query(
      `select to_jsonb(p) - string_to_array($2, ',') as profile from ${kind.slice(0, -1)} p
       where program_id = $1 order by name collate "C"`,
      [programId, own],
    );
    return rows.map(({ profile }) => profile);
  });
}

const KINDS = { startups: exportStartups, investors: exportInvestors } as const;

async function taken(
  scope: ProgramScope,
  kind: keyof typeof KINDS,
  format: 'csv' | 'xlsx',
  lang: 'ko' | 'en',
) {
  const bytes = await bytesOf(await KINDS[kind](scope, { format, lang }));
  return uploadOf(`list.${format}`, bytes);
}

const FORMS = (['csv', 'xlsx'] as const).flatMap((format) =>
  (['ko', 'en'] as const).map((lang) => [format, lang] as const),
);

it.each(FORMS)('an export as %s in %s is read back as what it was, row by row', async (format, lang) => {
  const officer = await filled();
  const elsewhere = (await smallProgram(database.ownerUrl)).as('officer');
  for (const kind of ['startups', 'investors'] as const) {
    const rows = NAMES.length + 2;
    const same = accepted(
      await createImport(officer, { file: await taken(officer, kind, format, lang), kind }),
    );
    expect({ ...same, kind }).toMatchObject({
      kind,
      rows,
      same: rows,
      create: 0,
      change: 0,
      rejectedRows: 0,
    });
    // Two of them stand in every small program.
    const moved = accepted(
      await createImport(elsewhere, { file: await taken(officer, kind, format, lang), kind }),
    );
    expect({ ...moved, kind }).toMatchObject({ kind, rows, same: 2, create: NAMES.length, conflict: 0 });
    accepted(await applyImport(elsewhere, { importId: moved.id }));
    const again = accepted(
      await createImport(officer, { file: await taken(elsewhere, kind, format, lang), kind }),
    );
    expect({ ...again, kind }).toMatchObject({ kind, rows, same: rows });
    // A cell that says nothing leaves a profile as it was, so the profiles themselves are compared too.
    const profiles = await profilesOf(officer, kind);
    expect(profiles).toHaveLength(rows);
    expect(await profilesOf(elsewhere, kind)).toEqual(profiles);
  }
});
