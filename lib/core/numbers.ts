/** Groups of three by commas, as both languages write them: `1,234,567`, `-1,234`. Takes digits only. */
export function withThousands(digits: bigint | string): string {
  return digits.toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
}
