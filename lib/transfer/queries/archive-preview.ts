import type { z } from 'zod';
import type { Tx } from '@/lib/platform/database';
import { InvalidInput, viewerQuery } from '@/lib/platform/query';
import { transferOperations } from '../operations';
import { canRestoreArchive } from '../policy';
import { type ArchiveFile, rowsFile } from '../rules/archive';
import type { ArchiveManifest } from '../rules/archive-rows';
import { archivePreview, previewArchiveInput } from '../schema';
import { BadArchive, type OpenArchive, withArchive } from './archive-file';
import { readPeople, readProgram } from './check-archive';

const LONGEST_SLUG = 60;

/**
 * What an archive would be restored as: nothing is written, and of its rows those of the program, its stages and its people alone
 * are read. Refusals, at `file`: archive_unknown, archive_version, archive_changed, archive_too_large, archive_row.
 */
export const previewArchive = viewerQuery({
  operation: transferOperations.previewArchive,
  input: previewArchiveInput,
  output: archivePreview,
  may: canRestoreArchive,
  limits: { perPerson: { name: 'archive.preview', most: 60, seconds: 3600 } },
  run: async (tx, _viewer, { file }) => {
    try {
      return await withArchive(file.path, (archive) => previewOf(tx, archive));
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
      throw new InvalidInput([{ reason: error.problem, field: ['file'], params: error.params }]);
    }
  },
});

async function previewOf(tx: Tx, archive: OpenArchive): Promise<z.output<typeof archivePreview>> {
  const { manifest } = archive;
  const program = await readProgram(archive);
  const { slug, name, name_en: nameEn, closed_at: closedAt, home_zone: homeZone } = program;
  return {
    takenAt: manifest.takenAt,
    program: { name, nameEn, slug, homeZone, isClosed: closedAt !== null, ...(await daysOf(archive)) },
    slug: await freeSlug(tx, slug),
    people: await peopleOf(tx, archive),
    counts: countsOf(manifest),
    files: {
      count: manifest.contents.length,
      bytes: manifest.contents.reduce((sum, { size }) => sum + size, 0),
      missing: manifest.withoutBytes.length,
    },
  };
}

/** The first and the last day of the stages; null where there are none. */
async function daysOf({ rows }: OpenArchive): Promise<{ from: string | null; to: string | null }> {
  const stages = (await Array.fromAsync(rows('program_stage'))).map((text) => JSON.parse(text));
  const days = stages.flatMap(({ starts_on, ends_on }) => [starts_on, ends_on]).toSorted();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
}

async function peopleOf(tx: Tx, archive: OpenArchive): Promise<{ known: number; unknown: number }> {
  const emails = (await readPeople(archive)).map(({ email }) => email);
  const known = await tx.person.count({ where: { email: { in: emails } } });
  return { known, unknown: emails.length - known };
}

function countsOf({ files }: ArchiveManifest) {
  const rows = (name: ArchiveFile) => files.find((file) => file.name === rowsFile(name))?.rows ?? 0;
  return {
    ...{
      startups: rows('startup'),
      investors: rows('investor'),
      contacts: rows('contact'),
      pairs: rows('pair'),
    },
    ...{ meetings: rows('meeting'), outcomes: rows('outcome'), amounts: rows('amount'), notes: rows('note') },
    ...{ reports: rows('report'), auditEntries: rows('audit_entry') },
  };
}

/** The address as it is, or with the first number behind it that is free here. */
export async function freeSlug(tx: Tx, slug: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const tried = `${slug.slice(0, LONGEST_SLUG - end.length).replace(/-$/, '')}${end}`;
    if (!(await tx.program.findUnique({ where: { slug: tried }, select: { id: true } }))) return tried;
  }
}
