'use client';

import dynamic from 'next/dynamic';
import { SkeletonTable } from '@/components/ui/skeleton';

/** The views that bring much script of their own: it comes with the view and not before. */
export const LazyPairBoard = dynamic(() => import('./board/board').then((file) => file.PairBoard), {
  loading: () => <SkeletonTable rows={10} columns={6} />,
});
export const LazyPairTable = dynamic(() => import('./table/pair-table').then((file) => file.PairTable), {
  loading: () => <SkeletonTable rows={12} columns={8} />,
});
export const LazyMatrix = dynamic(() => import('./matrix/matrix').then((file) => file.Matrix), {
  loading: () => <SkeletonTable rows={16} columns={20} />,
});
export const LazyMatrixMap = dynamic(() => import('./matrix/map/matrix-map').then((file) => file.MatrixMap), {
  loading: () => <SkeletonTable rows={16} columns={20} />,
});
