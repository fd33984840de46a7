'use client';

import dynamic from 'next/dynamic';

/** Comes with the first press that asks for it: no view needs it to be read. */
export const StageMenu = dynamic(() => import('./stage-menu').then((file) => file.StageMenu), {
  loading: () => null,
});
