import type { PersonName } from '@/lib/core/shown-name';
import { SAMPLE_PASSWORD, SAMPLE_PEOPLE } from '@/lib/person/rules/sample-people';
import { actAs } from '@/lib/platform/acting';
import { asViewer, speakFor, type Tx } from '@/lib/platform/database';
import { hashPassword } from '@/lib/platform/password';
import { amountSteps } from './sample/amounts';
import { BOSTON_2023, SINGAPORE_2024 } from './sample/boston';
import { type Cohort, fillProgram, openProgram, type ProgramCast } from './sample/cohort';
import { closingSteps, followUpSteps } from './sample/follow-up';
import { eventSteps } from './sample/meetings';
import { planBoston } from './sample/plan';
import { reportSteps, waveSteps } from './sample/reports';
import { timetableSteps } from './sample/timetable';
import type { Step } from './sample/writer';

/** Which startup of the cast the sample's startup@ and rival@ belong to. */
const STARTUP_OF = { startup: 5, rival: 0 } as const;

type Joining = PersonName & {
  email: string;
  role: 'officer' | 'manager' | 'startup';
  startup?: number;
};

/**
 * Loads the sample: two programs with their people and history, in one transaction, so that a start cut short leaves
 * nothing behind. Connects as the environment says (DATABASE_APP_URL). Does nothing where a program exists already.
 */
export async function seedSample({
  log = () => {},
}: {
  appUrl?: string;
  log?: (line: string) => void;
} = {}): Promise<void> {
  await asViewer('machine', writeEverything(log), { timeoutMs: 600_000 });
}

function writeEverything(log: (line: string) => void) {
  return async (tx: Tx): Promise<void> => {
    if ((await tx.person.count({ where: { email: BOSTON_2023.admin } })) > 0) return;
    const passwordHash = await hashPassword(SAMPLE_PASSWORD);
    const createdAt = BOSTON_2023.openedAt;
    await tx.person.createMany({
      data: SAMPLE_PEOPLE.map(({ email, name, nameEn, part }) => ({
        email,
        name,
        nameEn,
        passwordHash,
        isAdmin: part === 'admin',
        createdAt,
      })),
    });
    await writeProgram(tx, BOSTON_2023, passwordHash, bostonPeople(), log, (cohort) => {
      const plan = planBoston();
      return [
        ...eventSteps(cohort, plan),
        ...followUpSteps(cohort, plan),
        ...amountSteps(cohort, plan),
        ...closingSteps(cohort, plan),
        ...timetableSteps(cohort, plan),
        ...waveSteps(cohort),
        ...reportSteps(cohort),
      ];
    });
    await writeProgram(tx, SINGAPORE_2024, passwordHash, singaporePeople(), log, () => []);
  };
}

async function writeProgram(
  tx: Tx,
  cast: ProgramCast,
  passwordHash: string,
  people: readonly Joining[],
  log: (line: string) => void,
  history: (cohort: Cohort) => Step[],
): Promise<void> {
  await openProgram(tx, cast);
  await join(
    tx,
    cast,
    passwordHash,
    people.filter(({ role }) => role !== 'startup'),
    [],
  );
  const { writer, cohort } = await fillProgram(tx, cast);
  const teams = people.filter(({ role }) => role === 'startup');
  await speakFor(tx, await writer.scopeOf(cast.officer));
  await join(tx, cast, passwordHash, teams, cohort.startups);
  for (const { email, startup } of teams) if (startup !== undefined) cohort.setTeam(startup, email);
  await speakFor(tx, await writer.scopeOf(cast.officer));
  const steps = history(cohort);
  log(`${cast.slug}: ${steps.length} entries`);
  await writer.writeAll(steps);
}

/** Makes the people, as the owner of the machine, and their memberships, as the program's admin. */
async function join(
  tx: Tx,
  cast: ProgramCast,
  passwordHash: string,
  people: readonly Joining[],
  startups: readonly string[],
): Promise<void> {
  const admin = await actAs(tx, cast.admin, 'sample');
  const programId = admin.programs.find(({ slug }) => slug === cast.slug)?.programId ?? '';
  await speakFor(tx, 'machine');
  const ids: string[] = [];
  for (const { email, name, nameEn } of people) {
    const { id } = await tx.person.upsert({
      where: { email },
      create: { email, name, nameEn, passwordHash, createdAt: cast.openedAt },
      update: {},
      select: { id: true },
    });
    ids.push(id);
  }
  await speakFor(tx, admin);
  await tx.membership.createMany({
    data: people.map(({ role, startup }, n) => ({
      programId,
      personId: ids[n] ?? '',
      role,
      startupId: startup === undefined ? null : (startups[startup] ?? null),
      createdAt: cast.openedAt,
    })),
  });
}

function bostonPeople(): Joining[] {
  const known = SAMPLE_PEOPLE.flatMap(({ email, name, nameEn, part }): Joining[] => {
    if (part === 'officer' || part === 'manager') return [{ email, name, nameEn, role: part }];
    return part === 'startup' || part === 'rival'
      ? [{ email, name, nameEn, role: 'startup', startup: STARTUP_OF[part] }]
      : [];
  });
  const taken = new Set<number>(Object.values(STARTUP_OF));
  const others = BOSTON_2023.startups.flatMap((_, n): Joining[] =>
    taken.has(n)
      ? []
      : [
          {
            email: `team${n + 1}@sample.example`,
            name: `${BOSTON_2023.peopleOf(n)[0]?.name} (예시)`,
            nameEn: `${BOSTON_2023.peopleOf(n)[0]?.nameEn} (sample)`,
            role: 'startup',
            startup: n,
          },
        ],
  );
  return [...known, ...others];
}

function singaporePeople(): Joining[] {
  return [
    {
      email: 'officer.two@sample.example',
      name: '구본하 (예시)',
      nameEn: 'Bonha Koo (sample)',
      role: 'officer',
    },
    {
      email: 'manager.two@sample.example',
      name: '노을찬 (예시)',
      nameEn: 'Eulchan Noh (sample)',
      role: 'manager',
    },
    {
      email: 'startup.two@sample.example',
      name: '표서린 (예시)',
      nameEn: 'Seorin Pyo (sample)',
      role: 'startup',
      startup: 0,
    },
  ];
}
