import { isOpen, type ProgramScope, worksInOffice } from '@/lib/core/scope';

/** Everybody of a program reads meetings; a startup's people only their own (by scope and row-level security). */
export function canReadMeetings(_scope: ProgramScope): boolean {
  return true;
}

/** Booking, moving, changing and cancelling is the office's. */
export function canBookMeetings(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}

/** Held or no-show: the office, and the startup for its own meetings. Managers read. */
export function canMarkMeetings(scope: ProgramScope): boolean {
  return isOpen(scope) && scope.role !== 'manager';
}
