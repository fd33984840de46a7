/** `+3`, `−3`, `±0`, the size in the words given. */
export function signed(difference: bigint, say: (size: bigint) => string): string {
  if (difference === 0n) return '±0';
  return difference > 0n ? `+${say(difference)}` : `−${say(-difference)}`;
}
