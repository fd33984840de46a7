import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { emailField } from '@/lib/core/fields';
import { done, refuse } from '@/lib/core/result';
import { gaveAllProofs, requireSignIn } from '@/lib/person/commands/end-access';
import { canManageOwnAccount } from '@/lib/person/policy';
import { actAs, actIn } from '@/lib/platform/acting';
import { viewerCommand } from '@/lib/platform/command';
import { asViewer, speakFor, type Tx } from '@/lib/platform/database';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import { tokenOperations } from './operations';
import { createApiTokenInput, createdApiToken, revokeApiTokenInput, revokedApiToken } from './schema';

/** So that a scanner of leaked secrets, and a reader, can tell what it is. */
const PREFIX = 'rt_';
const MOST_LIVE = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

type Wanted = z.output<typeof createApiTokenInput>;

async function addToken(
  tx: Tx,
  personId: string,
  { name, access, days, programs, assistantWrites }: Wanted,
  now: Date,
) {
  const key = newSecret(PREFIX);
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  const { id } = await tx.apiToken.create({
    data: {
      ...{ personId, name, access, expiresAt, programIds: programs },
      assistantWrites: access === 'write' && assistantWrites,
      ...{ tokenHash: hashSecret(key), createdAt: now },
    },
    select: { id: true },
  });
  return { tokenId: id, key };
}

/**
 * Makes an API token that may do what its owner may at each moment, as far as its access and its programs reach, until it
 * ends. Refusals: too_many_tokens, no_such_program, two_proofs_first. Throws signed_out.
 */
export const createApiToken = viewerCommand({
  operation: tokenOperations.createApiToken,
  input: createApiTokenInput,
  output: createdApiToken,
  may: canManageOwnAccount,
  answersOnce: true,
  run: async (tx, { viewer, now, record }, wanted) => {
    const { personId } = viewer;
    await requireSignIn(tx, viewer);
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const entered = new Set(viewer.programs.map(({ programId }) => programId));
    if (!wanted.programs.every((id) => entered.has(id))) {
      return refuse('no_such_program', { field: ['programs'] });
    }
    const live = await tx.apiToken.count({ where: { personId, revokedAt: null, expiresAt: { gt: now } } });
    if (live >= MOST_LIVE) return refuse('too_many_tokens', { params: { max: MOST_LIVE } });
    const { tokenId, key } = await addToken(tx, personId, wanted, now);
    record({ subject: 'api_token', subjectId: tokenId });
    return done({ tokenId, name: wanted.name, key });
  },
});

/** Ends one of one's own tokens. Throws not_found for another person's. Refusal: revoked. */
export const revokeApiToken = viewerCommand({
  operation: tokenOperations.revokeApiToken,
  input: revokeApiTokenInput,
  output: revokedApiToken,
  may: canManageOwnAccount,
  run: async (tx, { viewer, now, record }, { tokenId }) => {
    const token = await tx.apiToken.findUnique({
      where: { id: tokenId, personId: viewer.personId },
      select: { revokedAt: true },
    });
    if (!token) throw new AppError('not_found', 'api token');
    if (token.revokedAt) return refuse('revoked');
    await tx.apiToken.update({ where: { id: tokenId }, data: { revokedAt: now }, select: { id: true } });
    record({ subject: 'api_token', subjectId: tokenId });
    return done({ tokenId });
  },
});

/** As of making one, with slugs for programs. */
export type Issued = Omit<z.input<typeof createApiTokenInput>, 'programs'> & { programs?: readonly string[] };

/**
 * For the command line of the machine's owner, who is the authorization: a token of the person with this address.
 * Throws not_found for an unknown or archived person, and for a program that is not theirs.
 */
export function issueToken(
  email: string,
  { programs: slugs = [], ...asked }: Issued,
  now = new Date(),
): Promise<string> {
  const address = emailField.parse(email);
  const wanted = createApiTokenInput.parse(asked);
  return asViewer('machine', async (tx) => {
    const person = await tx.person.findUnique({
      where: { email: address, archivedAt: null },
      select: { id: true },
    });
    if (!person) throw new AppError('not_found', 'person');
    const programs = await programsOf(tx, address, slugs);
    const { tokenId, key } = await addToken(tx, person.id, { ...wanted, programs }, now);
    await tx.auditEntry.createMany({
      data: [
        {
          command: 'token.issue',
          subject: 'api_token',
          subjectId: tokenId,
          at: now,
          byId: person.id,
          means: 'system',
        },
      ],
    });
    return key;
  });
}

async function programsOf(tx: Tx, email: string, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const viewer = await actAs(tx, email, 'system');
  await speakFor(tx, 'machine');
  return slugs.map((slug) => actIn(viewer, slug).programId);
}
