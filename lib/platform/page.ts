import 'server-only';
import { notFound } from 'next/navigation';
import { isAppError } from '@/lib/core/errors';

/** What a page shows for a read of something not there, not the viewer's, or asked in a wrong shape: one 404 for all. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (isAppError(error) && (error.code === 'not_found' || error.code === 'invalid')) notFound();
    throw error;
  }
}
