'use client';
export function MatrixMap(_: object) {
  return null;
}
