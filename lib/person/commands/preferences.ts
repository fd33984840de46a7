import { done } from '@/lib/core/result';
import { nothingShape } from '@/lib/core/shapes';
import { viewerCommand } from '@/lib/platform/command';
import { personOperations } from '../operations';
import { chooseLocaleInput, chooseThemeInput } from '../schema';

/** The language of everything the person reads, mails too. */
export const chooseLocale = viewerCommand({
  operation: personOperations.chooseLocale,
  input: chooseLocaleInput,
  output: nothingShape,
  may: () => true,
  run: async (tx, { viewer, record }, { locale }) => {
    await tx.person.update({ where: { id: viewer.personId }, data: { locale }, select: { id: true } });
    record({ subject: 'person', subjectId: viewer.personId, detail: { locale } });
    return done({});
  },
});

export const chooseTheme = viewerCommand({
  operation: personOperations.chooseTheme,
  input: chooseThemeInput,
  output: nothingShape,
  may: () => true,
  run: async (tx, { viewer, record }, { theme }) => {
    await tx.person.update({ where: { id: viewer.personId }, data: { theme }, select: { id: true } });
    record({ subject: 'person', subjectId: viewer.personId, detail: { theme } });
    return done({});
  },
});
