import { done, type Result } from '@/lib/core/result';
import { viewerCommand } from '@/lib/platform/command';
import { personOperations } from '../operations';
import { chooseLocaleInput, chooseThemeInput } from '../schema';

/** The language of everything the person reads, mails too. */
export const chooseLocale = viewerCommand({
  operation: personOperations.chooseLocale,
  input: chooseLocaleInput,
  may: () => true,
  run: async (tx, { viewer, record }, { locale }): Promise<Result<null>> => {
    await tx.person.update({ where: { id: viewer.personId }, data: { locale }, select: { id: true } });
    record({ subject: 'person', subjectId: viewer.personId, detail: { locale } });
    return done(null);
  },
});

export const chooseTheme = viewerCommand({
  operation: personOperations.chooseTheme,
  input: chooseThemeInput,
  may: () => true,
  run: async (tx, { viewer, record }, { theme }): Promise<Result<null>> => {
    await tx.person.update({ where: { id: viewer.personId }, data: { theme }, select: { id: true } });
    record({ subject: 'person', subjectId: viewer.personId, detail: { theme } });
    return done(null);
  },
});
