import type { Viewer } from '@/lib/core/scope';

/** The zone a person's own times are told in: of their newest program's home, else of the office in Seoul. */
export function homeZoneOf(viewer: Pick<Viewer, 'programs'>): string {
  return viewer.programs[0]?.homeZone ?? 'Asia/Seoul';
}
