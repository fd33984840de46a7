import { done, type Result, refuse } from '@/lib/core/result';
import { strangerCommand } from '@/lib/platform/stranger';
import { SAMPLE_PEOPLE } from '../rules/sample-people';
import { openSampleInput } from '../schema';
import { type OpenedSignIn, startSignIn } from './start-sign-in';

/** Signs in as a person of the sample without a password. Refusal: sample_closed, wherever the sample is not admitted. */
export const openSample = strangerCommand({
  name: 'person.open_sample',
  input: openSampleInput,
  as: 'nobody',
  run: async (context, { email }): Promise<Result<OpenedSignIn>> => {
    if (!context.admitsSample || !SAMPLE_PEOPLE.some((person) => person.email === email)) {
      return refuse('sample_closed');
    }
    return context.open(async (tx) => {
      const person = await tx.person.findUnique({ where: { email, archivedAt: null }, select: { id: true } });
      if (!person) return refuse('sample_closed');
      const { id: personId } = person;
      const opened = await startSignIn(tx, personId, context, 'sample');
      if (!opened) return refuse('sample_closed');
      await context.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: personId });
      return done(opened);
    });
  },
});
