import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import { viewerCommand } from '@/lib/platform/command';
import { programOperations } from '../operations';
import { canCreatePrograms } from '../policy';
import { deleteProgramInput } from '../schema';
import { deletedProgram } from '../schema/settings';

const published = { reason: 'program_published' };

/**
 * Deletes a program that was made by mistake, with everything of it, as long as no report and no timetable was published from it
 * (docs/decisions). Its trail goes too; that it was deleted stays in the trail of the installation. Refusals: name_differs,
 * program_published. Throws not_found.
 */
export const deleteProgram = viewerCommand({
  operation: programOperations.deleteProgram,
  input: deleteProgramInput,
  output: deletedProgram,
  may: canCreatePrograms,
  run: async (tx, { record }, { programId, name }) => {
    const program = await tx.program.findUnique({
      where: { id: programId },
      select: { slug: true, name: true, nameEn: true },
    });
    if (!program) throw new AppError('not_found', 'program');
    const names = [program.name, program.nameEn].filter(Boolean).map((each) => each.normalize('NFC'));
    if (!names.includes(name.normalize('NFC'))) return refuse('name_differs', { field: ['name'] });
    await tx.$queryRaw`select delete_program(${programId}::uuid)::text`;
    record({ subject: 'program', subjectId: programId, detail: { slug: program.slug, name: program.name } });
    return done({ slug: program.slug });
  },
  explain: async (_tx, { constraint }) => (constraint === 'program_published' ? [published] : null),
});
