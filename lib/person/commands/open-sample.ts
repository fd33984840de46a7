import { done, type Result, refuse } from '@/lib/core/result';
import { env } from '@/lib/platform/env';
import { strangerCommand } from '@/lib/platform/stranger';
import { isSampleDoorOpen, type Route } from '../rules/sample-door';
import { SAMPLE_PEOPLE, type SamplePerson } from '../rules/sample-people';
import { openSampleInput } from '../schema';
import { type OpenedSignIn, startSignIn } from './start-sign-in';

/** Whether this request may sign in as a sample person with one click. */
export function samplePeopleFor(route: Route): readonly SamplePerson[] {
  return isSampleDoorOpen(env.SAMPLE, route) ? SAMPLE_PEOPLE : [];
}

/**
 * Signs in as a person of the sample without a password. `route` is what the server saw of the request, not what the
 * form said. Refusal: sample_closed, for everybody else and everywhere else.
 */
export function openSampleFrom(route: Route) {
  return strangerCommand({
    name: 'person.open_sample',
    input: openSampleInput,
    as: 'nobody',
    run: async (door, { email }): Promise<Result<OpenedSignIn>> => {
      if (!samplePeopleFor(route).some((person) => person.email === email)) return refuse('sample_closed');
      return door.open(async (tx) => {
        const person = await tx.person.findUnique({
          where: { email, archivedAt: null },
          select: { id: true },
        });
        if (!person) return refuse('sample_closed');
        const { id: personId } = person;
        const opened = await startSignIn(tx, { personId, userAgent: door.userAgent, now: door.now });
        await door.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: personId });
        return done(opened);
      });
    },
  });
}
