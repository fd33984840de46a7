import { create, get, patch, post } from '@/lib/core/operation';
import type {
  editViewInput,
  listViewsInput,
  savedViewId,
  savedViews,
  saveViewInput,
  viewInput,
} from './schema';

export const viewOperations = {
  listViews: get<typeof listViewsInput, typeof savedViews>(
    'view.list',
    '/programs/{program}/views',
    'Saved views of lists: own ones and those that are shared',
  ),
  saveView: create<typeof saveViewInput, typeof savedViewId>(
    'view.save',
    '/programs/{program}/views',
    'Save a list with its filters, sort, columns and date',
  ),
  editView: patch<typeof editViewInput, typeof savedViewId>(
    'view.edit',
    '/programs/{program}/views/{viewId}',
    'Rename, overwrite, share a view, or open a list with it',
  ),
  archiveView: post<typeof viewInput, typeof savedViewId>(
    'view.archive',
    '/programs/{program}/views/{viewId}/archive',
    'Delete a view; it can be restored',
  ),
  restoreView: post<typeof viewInput, typeof savedViewId>(
    'view.restore',
    '/programs/{program}/views/{viewId}/restore',
    'Restore a deleted view',
  ),
};
