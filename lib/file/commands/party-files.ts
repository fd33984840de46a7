import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { lockParty } from '@/lib/party/queries/parties';
import { idOf, type PartyKind, type PartyRef, refOf } from '@/lib/party/rules';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { fileOperations } from '../operations';
import { canKeepFiles, keepsFilesOf } from '../policy';
import { MOST_FILES } from '../rules';
import { addMaterialInput, changedFile, changeFileInput, setLogoInput } from '../schema';
import { type KeptContent, keepLogo, keepUpload, UPLOAD_LIMITS } from './keep';

type FileContext = Context<ProgramScope>;

/** The party that an input names. Throws not_found for one whose files are not the asker's to keep. */
function partyOf(
  scope: ProgramScope,
  { startupId, investorId }: { startupId?: string | undefined; investorId?: string | undefined },
): PartyRef {
  const party = startupId ? refOf('startup', startupId) : refOf('investor', investorId ?? '');
  if (!keepsFilesOf(scope, party)) throw new AppError('not_found', 'party');
  return party;
}

const kindOf = (party: PartyRef): PartyKind => ('startupId' in party ? 'startup' : 'investor');

/** What the trail says of a file; an investor's stands beside no startup. */
function entryOf(party: PartyRef, fileId: string, detail: Record<string, string>) {
  return {
    subject: 'file',
    subjectId: fileId,
    startupId: 'startupId' in party ? party.startupId : null,
    detail: { ...detail, ...('investorId' in party ? { investorId: party.investorId } : {}) },
  };
}

async function writeFile(
  tx: Tx,
  { scope, viewer, now }: FileContext,
  party: PartyRef,
  kind: 'material' | 'logo',
  kept: KeptContent,
): Promise<void> {
  await tx.storedFile.create({
    data: { ...kept, ...party, kind, programId: scope.programId, createdAt: now, byId: viewer.personId },
    select: { id: true },
  });
}

/** Takes files of a party out of use. Returns how many there were. */
async function archiveWhere(tx: Tx, { scope, now }: FileContext, where: object): Promise<number> {
  const { count } = await tx.storedFile.updateMany({
    where: { ...where, programId: scope.programId, archivedAt: null },
    data: { archivedAt: now, version: { increment: 1 } },
  });
  return count;
}

/**
 * Adds a material to a party, or a new version in the place of another. Refusals: type_not_taken, too_many_materials,
 * replaced_gone.
 */
export const addMaterial = programCommand({
  operation: fileOperations.addMaterial,
  input: addMaterialInput,
  output: changedFile,
  may: canKeepFiles,
  limits: UPLOAD_LIMITS,
  prepare: async (scope, input) => {
    partyOf(scope, input);
    return keepUpload(scope.programId, input.file);
  },
  run: async (tx, context, { replaces, ...input }, kept) => {
    const { scope, record } = context;
    const party = partyOf(scope, input);
    await lockParty(tx, scope, kindOf(party), idOf(party));
    if (replaces) {
      const gone = await archiveWhere(tx, context, { ...party, kind: 'material', id: replaces });
      if (gone === 0) return refuse('replaced_gone');
    }
    const count = await tx.storedFile.count({
      where: { programId: scope.programId, ...party, kind: 'material', archivedAt: null },
    });
    if (count >= MOST_FILES.material)
      return refuse('too_many_materials', { params: { most: MOST_FILES.material } });
    await writeFile(tx, context, party, 'material', kept);
    const { name, sha256 } = kept;
    record(entryOf(party, kept.id, { name, sha256, ...(replaces ? { replaces } : {}) }));
    return done({ fileId: kept.id, version: 1 });
  },
});

/** Sets the logo of a party; the one before goes. Refusals: logo_type_not_taken, image_unreadable. */
export const setLogo = programCommand({
  operation: fileOperations.setLogo,
  input: setLogoInput,
  output: changedFile,
  may: canKeepFiles,
  limits: UPLOAD_LIMITS,
  prepare: async (scope, input) => {
    partyOf(scope, input);
    return keepLogo(scope.programId, input.file);
  },
  run: async (tx, context, input, kept) => {
    const { scope, record } = context;
    const party = partyOf(scope, input);
    await lockParty(tx, scope, kindOf(party), idOf(party));
    await archiveWhere(tx, context, { ...party, kind: 'logo' });
    await writeFile(tx, context, party, 'logo', kept);
    record(entryOf(party, kept.id, { sha256: kept.sha256 }));
    return done({ fileId: kept.id, version: 1 });
  },
});

type Found = {
  party: PartyRef;
  kind: 'material' | 'logo';
  name: string;
  version: number;
  isArchived: boolean;
};

/** A material or a logo, its party's row taken. Throws not_found for evidence too, which stays. */
async function lockFile(tx: Tx, scope: ProgramScope, fileId: string): Promise<Found> {
  const select = {
    kind: true,
    name: true,
    startupId: true,
    investorId: true,
    version: true,
    archivedAt: true,
  } as const;
  const where = { programId_id: { programId: scope.programId, id: fileId } };
  const found = await tx.storedFile.findUnique({ where, select });
  if (!found || found.kind === 'evidence') throw new AppError('not_found', 'file');
  const party = partyOf(scope, {
    startupId: found.startupId ?? undefined,
    investorId: found.investorId ?? undefined,
  });
  await lockParty(tx, scope, kindOf(party), idOf(party));
  // Read anew: it may have changed while the party was waited for.
  const { version, archivedAt } = await tx.storedFile.findUniqueOrThrow({ where, select });
  return { party, kind: found.kind, name: found.name, version, isArchived: archivedAt !== null };
}

async function setArchived(
  tx: Tx,
  context: FileContext,
  { fileId, version }: { fileId: string; version: number },
  toArchive: boolean,
) {
  const { scope, now, record } = context;
  const found = await lockFile(tx, scope, fileId);
  if (found.version !== version || found.isArchived === toArchive)
    return refuse('stale', { field: ['version'], current: { version: found.version } });
  // A logo that comes back takes the place of the one set since.
  if (!toArchive && found.kind === 'logo') await archiveWhere(tx, context, { ...found.party, kind: 'logo' });
  await tx.storedFile.update({
    where: { programId_id: { programId: scope.programId, id: fileId } },
    data: { archivedAt: toArchive ? now : null, version: { increment: 1 } },
    select: { id: true },
  });
  record(entryOf(found.party, fileId, { name: found.name }));
  return done({ fileId, version: version + 1 });
}

/** Deletes a material or a logo; it can come back for 30 days. Refusal: stale. */
export const archiveFile = programCommand({
  operation: fileOperations.archiveFile,
  input: changeFileInput,
  output: changedFile,
  may: canKeepFiles,
  run: (tx, context, input) => setArchived(tx, context, input, true),
});

/** Refusal: stale. */
export const restoreFile = programCommand({
  operation: fileOperations.restoreFile,
  input: changeFileInput,
  output: changedFile,
  may: canKeepFiles,
  run: (tx, context, input) => setArchived(tx, context, input, false),
});
