'use client';
export function PairTable(_: object) {
  return null;
}
