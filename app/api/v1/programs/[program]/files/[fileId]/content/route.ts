import { DATA_POLICY } from '@/lib/core/data-policy';
import { AppError, isAppError } from '@/lib/core/errors';
import { getFile } from '@/lib/file/queries';
import { attachmentOf } from '@/lib/file/rules';
import { openContent } from '@/lib/platform/content';
import { log } from '@/lib/platform/log';
import { InvalidInput } from '@/lib/platform/query';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { askerOf, localeOf } from '../../../../../asker';
import { problemOf, problemOfError, problemOfRefusals } from '../../../../../problem';

type Context = { params: Promise<{ program: string; fileId: string }> };

/** The content of a file, and how the asker's limit of requests stands with it. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const rate: Record<string, string> = {};
  const response = await contentFor(request, context, rate);
  for (const [name, value] of Object.entries(rate)) response.headers.set(name, value);
  return response;
}

/** To whom `file.get` tells of it: asked each time. Always as a download, of the type its bytes have. */
async function contentFor(
  request: Request,
  { params }: Context,
  rate: Record<string, string>,
): Promise<Response> {
  let locale = localeOf(request, null);
  try {
    const { program, fileId } = await params;
    const { viewer, headers } = await askerOf(request);
    Object.assign(rate, headers);
    if (!viewer) return problemOf('signed_out', locale, { 'WWW-Authenticate': 'Bearer realm="roundtable"' });
    locale = viewer.locale;
    const scope = programScopeOrThrow(viewer, program);
    const file = await getFile(scope, { fileId });
    const content = await openContent(scope.programId, file.id);
    if (!content) {
      log.error({ file: file.id }, 'the content of a stored file is missing');
      throw new AppError('not_found', 'content');
    }
    return new Response(content.body, {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Length': String(content.size),
        'Content-Disposition': attachmentOf(file.name),
        'Content-Security-Policy': DATA_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof InvalidInput) return problemOfRefusals(getFile.name, error.refusals, locale);
    if (isAppError(error)) return problemOfError(error, locale);
    log.error({ err: error, operation: getFile.name }, 'a file could not be read');
    return problemOf('internal', locale);
  }
}
