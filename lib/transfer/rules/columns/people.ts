import type { AuditItem } from '@/lib/audit/schema';
import { nameIn } from '@/lib/core/shown-name';
import type { MemberItem } from '@/lib/person/schema';
import { at, text } from '../book';
import { type Column, column, named, type Words } from './column';

/** The program's people with their roles, those whose part has ended last. */
export function memberColumns({ say, locale }: Words): Column<MemberItem>[] {
  return [
    column('personName', ({ name }) => text(name)),
    column('nameEn', ({ nameEn }) => text(nameEn)),
    column('email', ({ email }) => text(email)),
    column('role', ({ role }) => text(say(`person.role.${role}`))),
    column('startup', ({ startup }) => named(startup, locale)),
    column('memberState', ({ state }) => text(say(`person.members.is.${state}`))),
    column('since', ({ since }) => at(since)),
    column('endedAt', ({ endedAt }) => at(endedAt)),
  ];
}

/** Entries of the trail; `wordsOf` says the command and what it was about, as the screen does. */
export function auditColumns(
  { say, locale }: Words,
  wordsOf: { command: (name: string) => string; facts: (item: AuditItem) => string },
): Column<AuditItem>[] {
  return [
    column('recordedAt', ({ at: instant }) => at(instant)),
    column('command', ({ command }) => text(wordsOf.command(command))),
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => text(investor?.name)),
    column('person', ({ person }) => (person ? text(nameIn(person, locale)) : null)),
    column('details', (item) => text(wordsOf.facts(item))),
    column('by', ({ by }) => named(by, locale)),
    column('means', ({ means }) => text(say(`audit.means.${means}`))),
    column('operation', ({ command }) => text(command)),
    column('pair', ({ pair }) => text(pair?.id)),
    column('entry', ({ id }) => text(id)),
  ];
}
