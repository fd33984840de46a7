'use client';
export function Board(_: object) {
  return null;
}
