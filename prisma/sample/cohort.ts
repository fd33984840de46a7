import type { ProgramScope } from '@/lib/core/scope';
import { addContact } from '@/lib/party/commands/contacts';
import { addInvestor, addStartup } from '@/lib/party/commands/parties';
import { actAs } from '@/lib/platform/acting';
import { speakFor, type Tx } from '@/lib/platform/database';
import { createProgram } from '@/lib/program/commands/programs';
import { setFxRate } from '@/lib/program/commands/rates';
import { addSlots, setStages } from '@/lib/program/commands/stages';
import { addTables } from '@/lib/program/commands/tables';
import type { ContactCast, FirmCast, StartupCast } from './cast';
import { type Both, keyOf } from './plan';
import { SampleWriter } from './writer';

export type ProgramCast = {
  slug: string;
  program: Record<string, string | number | null>;
  admin: string;
  officer: string;
  stages: Record<string, string | number | boolean>[];
  tables: number;
  slots: Record<string, string | number>[];
  startups: readonly StartupCast[];
  firms: readonly FirmCast[];
  peopleOf: (startup: number) => ContactCast[];
  rates: readonly (readonly [on: string, rate: string])[];
  openedAt: Date;
};

/** A program's parties by their place in the cast, once they are in the database. */
export class Cohort {
  readonly officer: string;
  readonly startups: string[] = [];
  readonly investors: string[] = [];
  tables: string[] = [];
  private readonly contacts = { startup: new Map<number, string[]>(), investor: new Map<number, string[]>() };
  private readonly pairs = new Map<string, string>();
  private readonly teams = new Map<number, string>();

  constructor(officer: string) {
    this.officer = officer;
  }

  pairOf(both: Both): string {
    const id = this.pairs.get(keyOf(both));
    if (!id) throw new RangeError(`no pair ${keyOf(both)}`);
    return id;
  }

  /** Who writes for a startup: one of its own people. */
  teamOf(startup: number): string {
    return this.teams.get(startup) ?? this.officer;
  }

  setTeam(startup: number, email: string): void {
    this.teams.set(startup, email);
  }

  /** The first contact of each side, who sits in the pair's meetings. */
  seats([startup, investor]: Both): string[] {
    return [this.contacts.startup.get(startup)?.[0], this.contacts.investor.get(investor)?.[0]].filter(
      (id) => id !== undefined,
    );
  }

  keepContact(side: 'startup' | 'investor', party: number, id: string): void {
    const list = this.contacts[side].get(party) ?? [];
    this.contacts[side].set(party, [...list, id]);
  }

  async readPairs(tx: Tx, scope: ProgramScope): Promise<void> {
    const rows = await tx.pair.findMany({
      where: { programId: scope.programId },
      select: { id: true, startupId: true, investorId: true },
    });
    for (const row of rows) {
      this.pairs.set(
        keyOf([this.startups.indexOf(row.startupId), this.investors.indexOf(row.investorId)]),
        row.id,
      );
    }
  }
}

/** Opens a program by its admin and fills in its parties by its officer. People join later: see joinPeople. */
export async function openProgram(tx: Tx, cast: ProgramCast): Promise<void> {
  const admin = await actAs(tx, cast.admin, 'sample');
  await speakFor(tx, admin);
  const created = await createProgram.within(
    tx,
    admin,
    { slug: cast.slug, ...cast.program },
    { now: cast.openedAt },
  );
  if (!created.ok) throw new Error(`the program was refused: ${JSON.stringify(created.refusals)}`);
}

export async function fillProgram(
  tx: Tx,
  cast: ProgramCast,
): Promise<{ writer: SampleWriter; cohort: Cohort }> {
  const writer = new SampleWriter(tx, cast.slug, cast.openedAt);
  const cohort = new Cohort(cast.officer);
  const { officer } = cast;
  await writer.as(officer, setStages, { stages: cast.stages });
  const names = Array.from({ length: cast.tables }, (_, n) => String(n + 1));
  cohort.tables = (await writer.as(officer, addTables, { names })).tables.map((table) => table.id);
  for (const slots of cast.slots) await writer.as(officer, addSlots, slots);
  for (const [on, rate] of cast.rates) {
    await writer.as(officer, setFxRate, {
      base: 'USD',
      quote: 'KRW',
      rate,
      on,
      source: '예시 환율 (실제 고시 환율 아님)',
    });
  }
  for (const [n, startup] of cast.startups.entries()) {
    const { startupId } = await writer.as(officer, addStartup, startup);
    cohort.startups.push(startupId);
    for (const person of cast.peopleOf(n)) {
      const added = await writer.as(officer, addContact, {
        startupId,
        ...person,
        consentAt: cast.openedAt.toISOString(),
      });
      cohort.keepContact('startup', n, added.contactId);
    }
  }
  for (const [n, { contacts, ...firm }] of cast.firms.entries()) {
    const { investorId } = await writer.as(officer, addInvestor, firm);
    cohort.investors.push(investorId);
    for (const person of contacts) {
      const added = await writer.as(officer, addContact, { investorId, ...person });
      cohort.keepContact('investor', n, added.contactId);
    }
  }
  await cohort.readPairs(tx, await writer.scopeOf(officer));
  return { writer, cohort };
}
