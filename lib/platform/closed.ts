import type { ProgramScope, Viewer } from '@/lib/core/scope';

/** The one refusal of every change of a closed program, and the name under which the database refuses the same. */
export const CLOSED = 'program_closed';

export function isClosedProgram(actor: ProgramScope | Viewer): boolean {
  return 'programId' in actor && actor.program.closedAt !== null;
}

/**
 * Policies say no to every change of a closed program, so that the screens offer none. Whoever asks all the same is told first
 * whether they may, and then why nobody may; and what is read for a form is still read.
 */
export function asIfOpen<Actor extends ProgramScope | Viewer>(actor: Actor): Actor {
  if (!('programId' in actor) || !isClosedProgram(actor)) return actor;
  return { ...actor, program: { ...actor.program, closedAt: null } };
}
