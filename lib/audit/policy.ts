import { type ProgramScope, type Viewer, worksInOffice } from '@/lib/core/scope';

/** Who did what is the office's business; managers and startups see the story of their pairs instead. */
export function canReadAudit(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}

export function canReadInstallationAudit(viewer: Viewer): boolean {
  return viewer.isAdmin;
}
