import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { wordsIn } from '@/lib/platform/say';
import { installationPages, type Page, programPages, rolesOf } from '../rules/pages';
import { rankOf } from '../rules/rank';
import type { FoundThing } from '../schema';
import type { Wanted } from './wanted';

export type RankedThing = FoundThing & { rank: number };

/** Programs that the viewer may enter, by name. */
export function findPrograms({ programs, locale }: Viewer, wanted: Wanted): RankedThing[] {
  return programs.flatMap((program) => {
    const rank = rankOf(wanted.query, wordsOf(wanted), [
      { name: program.name, others: [program.nameEn, program.slug] },
    ]);
    return Number.isFinite(rank)
      ? [
          {
            ...{ kind: 'program' as const, id: program.programId, program: program.slug, rank },
            ...{ title: shownName(program, locale), detail: program.slug, href: `/programs/${program.slug}` },
          },
        ]
      : [];
  });
}

/** Pages of a program that this role may open, by their names and by other words for them. */
export function findPages({ program, role, viewer }: ProgramScope, wanted: Wanted): RankedThing[] {
  return ranked(
    programPages({ slug: program.slug, role, isClosed: program.closedAt !== null }),
    program.slug,
    viewer,
    wanted,
  );
}

export function findInstallationPages(viewer: Viewer, wanted: Wanted): RankedThing[] {
  return ranked(installationPages(rolesOf(viewer)), null, viewer, wanted);
}

function ranked(
  pages: readonly Page[],
  program: string | null,
  { locale }: Viewer,
  wanted: Wanted,
): RankedThing[] {
  const t = wordsIn(locale, 'search.page');
  return pages.flatMap(({ id, href }) => {
    const names = [{ name: t(`${id}.title`), others: [t(`${id}.words`)] }];
    const rank = rankOf(wanted.query, wordsOf(wanted), names);
    const title = t(`${id}.title`);
    return Number.isFinite(rank)
      ? [{ kind: 'page' as const, id, program, title, detail: '', href, rank }]
      : [];
  });
}

const wordsOf = ({ terms }: Wanted) => terms.map(({ word }) => word);
