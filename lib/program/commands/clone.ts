import { type Day, daysBetween } from '@/lib/core/days';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import { programCommand } from '@/lib/platform/command';
import { speakFor, type Tx } from '@/lib/platform/database';
import { programOperations } from '../operations';
import { canCloneProgram } from '../policy';
import { findStages } from '../queries/programs';
import { type ClonePart, cloneProgramInput } from '../schema';
import { clonedProgram } from '../schema/settings';

const slugTaken = { reason: 'slug_taken', field: ['slug'] };

/** What stands on the days of stages. */
const ON_STAGES: readonly ClonePart[] = ['slots', 'targets'];

/**
 * Makes a program from the one that the asker is in, as a whole or not at all: what is chosen of its settings, days, tables, slots,
 * targets, startups, investors, contacts and people. Meetings, outcomes, amounts, wishes and logs never go along, nor does a
 * contact's consent, which was given for one program. Refusals: slug_taken, needs_stages, required (`startsOn`), slots_clash.
 */
export const cloneProgram = programCommand({
  operation: programOperations.cloneProgram,
  whenClosed: true,
  input: cloneProgramInput,
  output: clonedProgram,
  may: canCloneProgram,
  run: async (tx, { scope, now, record }, { name, nameEn, slug, startsOn, parts }) => {
    const taken = await tx.program.findUnique({ where: { slug }, select: { id: true } });
    if (taken) return { ok: false, refusals: [slugTaken] };
    if (ON_STAGES.some((part) => parts.includes(part)) && !parts.includes('stages'))
      return refuse('needs_stages', { field: ['parts'] });
    const first = await firstDay(tx, scope);
    if (parts.includes('stages') && first && !startsOn) return refuse('required', { field: ['startsOn'] });
    const days = first && startsOn ? daysBetween(first, startsOn) : 0;
    const programId = uuidv7(now);
    const [row] = await tx.$queryRaw<[{ copied: Record<string, number> }]>`
      select clone_program(${programId}::uuid, ${slug}, ${name}, ${nameEn}, ${now}::timestamptz,
        ${scope.viewer.means}::means, ${days}::int, ${parts}::text[]) as copied`;
    const { copied } = row;
    await leaveTrail(tx, scope, { programId, now, detail: { from: scope.program.slug, ...copied } });
    record({ subject: 'program', subjectId: programId, detail: { slug, ...copied } });
    return done({ programId, slug, copied });
  },
  explain: async (_tx, { constraint }) => {
    if (constraint === 'program_slug_key') return [slugTaken];
    return constraint === 'slot_once' ? [{ reason: 'slots_clash', field: ['startsOn'] }] : null;
  },
});

async function firstDay(tx: Tx, { programId }: ProgramScope): Promise<Day | null> {
  const days = (await findStages(tx, programId)).map(({ startsOn }) => startsOn as Day);
  return days.toSorted()[0] ?? null;
}

type Trail = { programId: string; now: Date; detail: Record<string, string | number> };

/** The first entry in the trail of the clone itself: where it comes from. */
async function leaveTrail(tx: Tx, scope: ProgramScope, { programId, now, detail }: Trail): Promise<void> {
  const { personId, means } = scope.viewer;
  await speakFor(tx, { ...scope, programId });
  await tx.auditEntry.create({
    data: {
      ...{ programId, command: 'program.clone', subject: 'program', subjectId: programId },
      ...{ detail, at: now, byId: personId, means },
    },
  });
  await speakFor(tx, scope);
}
