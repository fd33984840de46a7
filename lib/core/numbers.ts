/** Groups of three by commas, as both languages write them: `1,234,567`, `-1,234`. Takes digits only. */
export function withThousands(digits: bigint | string): string {
  const text = digits.toString();
  const groups: string[] = [];
  // From the end, so that the first group is the short one.
  for (let end = text.length; end > 0; end -= 3) groups.unshift(text.slice(Math.max(end - 3, 0), end));
  return groups.join(',').replace('-,', '-');
}
