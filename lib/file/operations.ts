import { get, post, upload } from '@/lib/core/operation';
import type {
  addEvidenceInput,
  addMaterialInput,
  changedFile,
  changeFileInput,
  fileInput,
  fileList,
  fileRecord,
  listFilesInput,
  setLogoInput,
} from './schema';

export const fileOperations = {
  listFiles: get<typeof listFilesInput, typeof fileList>(
    'file.list',
    '/programs/{program}/files',
    'Materials and logo of a startup or an investor, the latest first',
  ),
  getFile: get<typeof fileInput, typeof fileRecord>(
    'file.get',
    '/programs/{program}/files/{fileId}',
    'What is known of a stored file; its content is at /content below it',
  ),
  addMaterial: upload<typeof addMaterialInput, typeof changedFile>(
    'file.add_material',
    '/programs/{program}/files/materials',
    'Add a material to a startup or an investor, or a new version of one',
  ),
  setLogo: upload<typeof setLogoInput, typeof changedFile>(
    'file.set_logo',
    '/programs/{program}/files/logos',
    'Set the logo of a startup or an investor',
  ),
  addEvidence: upload<typeof addEvidenceInput, typeof changedFile>(
    'file.add_evidence',
    '/programs/{program}/pairs/{pairId}/amounts/{amountId}/evidence',
    'Attach evidence to an amount; it stays, also when the amount is voided',
  ),
  archiveFile: post<typeof changeFileInput, typeof changedFile>(
    'file.archive',
    '/programs/{program}/files/{fileId}/archive',
    'Delete a material or a logo; it can be restored for 30 days',
  ),
  restoreFile: post<typeof changeFileInput, typeof changedFile>(
    'file.restore',
    '/programs/{program}/files/{fileId}/restore',
    'Restore a deleted material or logo',
  ),
};

/** Where the content of a file is read. */
export function contentPath(slug: string, fileId: string): string {
  return `/api/v1/programs/${slug}/files/${fileId}/content`;
}
