import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { z } from 'zod';
import { noInput } from '@/lib/core/fields';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Tx } from '@/lib/platform/database';
import { requirePermits, type Use } from '@/lib/platform/limit';
import { publicCommand, type StrangerContext, strangerCommand } from '@/lib/platform/stranger';
import { accountOperations } from '../operations/account';
import { TRIES, waitInWords } from '../rules/lockout';
import { isSampleAddress } from '../rules/sample-people';
import { passkeyRequest, passkeySignInInput, type signedCredential } from '../schema/account';
import { newChallenge, passkeyPlace, TIMEOUT_MS, takeChallenge } from './passkey-challenge';
import { type OpenedSignIn, startSignIn } from './start-sign-in';
import { forgiveTry, takeTry } from './tries';

/** What the browser is to sign. It names nobody: the person's device offers the passkeys it has for this place. Throws too_many. */
export const beginPasskeySignIn = publicCommand({
  operation: accountOperations.beginPasskeySignIn,
  input: noInput,
  output: passkeyRequest,
  as: 'nobody',
  run: async (context) => {
    await requirePermits([[TRIES.ofChallenges, context.source]], context.now);
    const { rpID } = passkeyPlace();
    const options = await generateAuthenticationOptions({
      rpID,
      challenge: await context.open((tx) => newChallenge(tx, { ...SIGN_IN, now: context.now })),
      timeout: TIMEOUT_MS,
      userVerification: 'required',
    });
    const { challenge } = options;
    return done({ challenge, rpId: rpID, timeout: TIMEOUT_MS, userVerification: 'required' as const });
  },
});

const SIGN_IN = { purpose: 'sign_in', personId: null } as const;

/**
 * Signs in by a passkey that answers an open challenge, once. Two proofs by itself: no code is asked for. Refusals:
 * passkey_refused, whatever is wrong; locked, by source (params minutes and seconds to wait).
 */
export const signInByPasskey = strangerCommand({
  name: 'person.sign_in_by_passkey',
  input: passkeySignInInput,
  as: 'nobody',
  run: async (context, { credential }): Promise<Result<OpenedSignIn>> => {
    const uses: Use[] = [[TRIES.ofSource, context.source]];
    const wait = await takeTry(uses, context.now);
    if (wait > 0) return refuse('locked', { params: waitInWords(wait) });
    const used = await verifyPasskey(context, credential);
    const opened = used && (await context.open((tx) => open(tx, context, used)));
    if (!opened) return refuse('passkey_refused');
    await forgiveTry(uses, context.now);
    return done(opened);
  },
});

type Signed = z.output<typeof signedCredential>;
type Used = { id: string; personId: string; counter: bigint; newCounter: number };

/** The passkey that signed an open challenge; null where any of it is wrong. The challenge is used up either way. */
async function verifyPasskey(context: StrangerContext, { id, response }: Signed): Promise<Used | null> {
  const passkey = await context.open((tx) => findPasskey(tx, context, id));
  if (!passkey) return null;
  const { personId, publicKey, counter } = passkey;
  const { rpID, origin } = passkeyPlace();
  const { userHandle, ...signed } = response;
  // The device found the passkey by itself, so it has to say whose it is (WebAuthn, 7.2, step 6).
  if (!userHandle || Buffer.from(userHandle, 'base64url').toString() !== personId) return null;
  // What is not as the specification says is thrown, as is a count that went back (a copied device).
  const answer = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: signed },
    expectedChallenge: (challenge) =>
      context.open((tx) => takeChallenge(tx, challenge, { ...SIGN_IN, now: context.now })),
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id, publicKey, counter: Number(counter) },
  }).catch(() => null);
  if (!answer?.verified) return null;
  return { id: passkey.id, personId, counter, newCounter: answer.authenticationInfo.newCounter };
}

async function findPasskey(tx: Tx, { admitsSample }: StrangerContext, credentialId: string) {
  const found = await tx.passkey.findUnique({
    where: { credentialId },
    select: {
      ...{ id: true, personId: true, publicKey: true, counter: true },
      person: { select: { email: true } },
    },
  });
  return found && (admitsSample || !isSampleAddress(found.person.email)) ? found : null;
}

/** Null where the passkey was removed or used once more meanwhile, or the account closed. Devices that do not count say 0. */
async function open(tx: Tx, context: StrangerContext, used: Used): Promise<OpenedSignIn | null> {
  const { id, personId, counter, newCounter } = used;
  const { count } = await tx.passkey.updateMany({
    where: { id, counter },
    data: { counter: newCounter, lastUsedAt: context.now },
  });
  const opened = count > 0 ? await startSignIn(tx, personId, context, 'passkey') : null;
  if (!opened) return null;
  await context.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: personId });
  return opened;
}
