import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { COSEALG } from '@simplewebauthn/server/helpers';
import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import { done, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import { nothingShape } from '@/lib/core/shapes';
import { nameIn } from '@/lib/core/shown-name';
import { viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { accountOperations } from '../operations/account';
import { canManageOwnAccount } from '../policy';
import {
  addedPasskey,
  addPasskeyInput,
  passkeyCreation,
  passkeyInput,
  renamePasskeyInput,
} from '../schema/account';
import { gaveAllProofs, requireSignIn } from './end-access';
import { newChallenge, passkeyPlace, TIMEOUT_MS, takeChallenge } from './passkey-challenge';
import { queueSecurityMail } from './security-mail';

const MOST_PASSKEYS = 20;
/** What devices of today sign with; the library's own list asks the runtime for more, which Node calls experimental. */
const ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

/** What the browser is to make a passkey of. Refusals: too_many_passkeys, two_proofs_first. */
export const beginPasskey = viewerCommand({
  operation: accountOperations.beginPasskey,
  input: noInput,
  output: passkeyCreation,
  may: canManageOwnAccount,
  answersOnce: true,
  run: async (tx, { viewer, now, record }) => {
    const { personId, email, locale } = viewer;
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const there = await tx.passkey.findMany({ where: { personId }, select: { credentialId: true } });
    if (there.length >= MOST_PASSKEYS) return refuse('too_many_passkeys', { params: { max: MOST_PASSKEYS } });
    const { extensions, hints, ...options } = await generateRegistrationOptions({
      rpName: 'Roundtable',
      rpID: passkeyPlace().rpID,
      // The same for each of a person's passkeys, so that a device keeps one of them.
      userID: new TextEncoder().encode(personId),
      userName: email,
      userDisplayName: nameIn(viewer, locale),
      challenge: await newChallenge(tx, { purpose: 'register', personId, now }),
      timeout: TIMEOUT_MS,
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: there.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    record({ subject: 'passkey' });
    return done(passkeyCreation.parse(options));
  },
});

/** Refusals: passkey_refused (it answers no open challenge of this person's, or not as it should), passkey_there, too_many_passkeys, two_proofs_first. */
export const addPasskey = viewerCommand({
  operation: accountOperations.addPasskey,
  input: addPasskeyInput,
  output: addedPasskey,
  may: canManageOwnAccount,
  run: async (tx, { viewer, now, record }, { name, credential }) => {
    const { personId } = viewer;
    await requireSignIn(tx, viewer);
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const there = await tx.passkey.count({ where: { personId } });
    if (there >= MOST_PASSKEYS) return refuse('too_many_passkeys', { params: { max: MOST_PASSKEYS } });
    const made = await verified(tx, viewer, credential, now);
    if (!made) return refuse('passkey_refused');
    const { id: passkeyId } = await tx.passkey.create({
      data: {
        ...{ personId, name, createdAt: now, credentialId: made.id, counter: made.counter },
        ...{ publicKey: made.publicKey, transports: credential.response.transports ?? [] },
      },
      select: { id: true },
    });
    await queueSecurityMail(tx, personId, 'passkeyAdded', { name });
    record({ subject: 'passkey', subjectId: passkeyId });
    return done({ passkeyId, name });
  },
  explain: async (_, { constraint }) =>
    constraint === 'passkey_credential_id_key' ? [{ reason: 'passkey_there' }] : null,
});

type Made = z.output<typeof addPasskeyInput>['credential'];

async function verified(tx: Tx, { personId }: Viewer, { id, response }: Made, now: Date) {
  const { rpID, origin } = passkeyPlace();
  const { transports: _, ...attested } = response;
  // What is not as the specification says is thrown: whoever sent it, it is refused.
  const answer = await verifyRegistrationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: attested },
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, { purpose: 'register', personId, now }),
    expectedOrigin: origin,
    expectedRPID: rpID,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  return answer?.verified ? answer.registrationInfo.credential : null;
}

/** Throws not_found for another person's. */
export const renamePasskey = viewerCommand({
  operation: accountOperations.renamePasskey,
  input: renamePasskeyInput,
  output: nothingShape,
  may: canManageOwnAccount,
  run: async (tx, { viewer: { personId }, record }, { passkeyId, name }) => {
    const { count } = await tx.passkey.updateMany({ where: { id: passkeyId, personId }, data: { name } });
    if (count === 0) throw new AppError('not_found', 'passkey');
    record({ subject: 'passkey', subjectId: passkeyId });
    return done({});
  },
});

/** Sign-ins that it opened go on until they are ended. Refusal: two_proofs_first. Throws not_found for another person's. */
export const removePasskey = viewerCommand({
  operation: accountOperations.removePasskey,
  input: passkeyInput,
  output: nothingShape,
  may: canManageOwnAccount,
  run: async (tx, { viewer, record }, { passkeyId }) => {
    const { personId } = viewer;
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const where = { id: passkeyId, personId };
    const passkey = await tx.passkey.findUnique({ where, select: { name: true } });
    if (!passkey) throw new AppError('not_found', 'passkey');
    await tx.passkey.deleteMany({ where });
    await queueSecurityMail(tx, personId, 'passkeyRemoved', { name: passkey.name });
    record({ subject: 'passkey', subjectId: passkeyId });
    return done({});
  },
});
