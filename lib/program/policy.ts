import { isOpen, type ProgramScope, readsAll, type Viewer, worksInOffice } from '@/lib/core/scope';

/** Stages, zones, tables and slots: everybody of a program plans by them. */
export function canReadProgram(_scope: ProgramScope): boolean {
  return true;
}

/** The settings screen: the office works there, managers read. */
export function canReadSettings(scope: ProgramScope): boolean {
  return readsAll(scope);
}

export function canEditProgram(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}

/** An officer could otherwise take the rule away from themself. */
export function canRequireSecondFactor(scope: ProgramScope): boolean {
  return isOpen(scope) && scope.role === 'admin';
}

export function canArchiveProgram(scope: ProgramScope): boolean {
  return scope.role === 'admin';
}

/** Its work is done: the office says so. */
export function canCloseProgram(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}

/** A record that its own office could open again unseen would prove nothing. */
export function canReopenProgram(scope: ProgramScope): boolean {
  return scope.role === 'admin';
}

/** Programs are made, and brought back, by the installation's admins. */
export function canCreatePrograms(viewer: Viewer): boolean {
  return viewer.isAdmin;
}

/** The clone is a new program, which only an admin of the installation makes. */
export function canCloneProgram(scope: ProgramScope): boolean {
  return scope.role === 'admin';
}

export function canListPrograms(_viewer: Viewer): boolean {
  return true;
}
