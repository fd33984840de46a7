import type { Brand } from './brand';
import type { Locale } from './locale';

export type Theme = 'system' | 'light' | 'dark';

/** `admin` is a person's right over the installation; the others are a role in one program. */
export const ROLES = ['admin', 'officer', 'manager', 'startup'] as const;
export type Role = (typeof ROLES)[number];

/** By what means a change came in; kept with every event. */
export const MEANS = ['web', 'api', 'assistant', 'import', 'sample', 'system'] as const;
export type Means = (typeof MEANS)[number];

/** One program a viewer may enter, with the role there. Zones are IANA names, days are YYYY-MM-DD. */
export type ProgramEntry = {
  readonly programId: string;
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly venue: string;
  readonly venueEn: string;
  readonly homeZone: string;
  readonly venueZone: string;
  readonly baseCurrency: string;
  readonly asOfDefault: string | null;
  readonly isSample: boolean;
  /** When it was closed, as an instant in ISO 8601: from then on it is read and not changed. Null while it is open. */
  readonly closedAt: string | null;
  readonly role: Role;
  readonly startupId: string | null;
};

/** The signed-in person, read from the database on each request. `accessId` is the sign-in or API token used. */
export type Viewer = Brand<
  {
    readonly personId: string;
    readonly email: string;
    readonly name: string;
    /** In Latin letters; empty where the person gave none. */
    readonly nameEn: string;
    readonly locale: Locale;
    readonly theme: Theme;
    /** Whether this sign-in or token carries the right over the installation. */
    readonly isAdmin: boolean;
    /** Whether the person has that right, and gave too few proofs for it (docs/decisions/0012). */
    readonly adminNeedsProof: boolean;
    readonly accessId: string;
    readonly means: Means;
    /** Of an API token: whether it reads alone, and whether it is for some programs only. Null for a sign-in. */
    readonly limits: { readonly readOnly: boolean; readonly programsOnly: boolean } | null;
    readonly programs: readonly ProgramEntry[];
    /** Those that ask for two proofs of their office, where this sign-in gave one alone. In none of `programs`. */
    readonly lockedPrograms: readonly Pick<ProgramEntry, 'slug' | 'name' | 'nameEn'>[];
  },
  'Viewer'
>;

/** Proof that the viewer may be in this program. Only lib/platform/viewer.ts makes one. */
export type ProgramScope = Brand<
  {
    readonly viewer: Viewer;
    readonly program: ProgramEntry;
    readonly programId: string;
    readonly role: Role;
    /** Set for people of a startup: the one startup they may see. */
    readonly startupId: string | null;
  },
  'ProgramScope'
>;

/** Whether anything in the program may still be changed. */
export function isOpen(scope: ProgramScope): boolean {
  return scope.program.closedAt === null;
}

/** Admins do in a program what its officers do. */
export function worksInOffice(scope: ProgramScope): boolean {
  return scope.role === 'admin' || scope.role === 'officer';
}

/** The office plus its read-only managers. */
export function readsAll(scope: ProgramScope): boolean {
  return worksInOffice(scope) || scope.role === 'manager';
}
