/** Decimals of the working unit; longer texts are refused, so that every step of reading a figure is exact. */
export const LONGEST_FIGURE = 40;

/** 10^power as a scaled integer; `power` from -40 up. */
export function scaledBy(power: number): bigint {
  return 10n ** BigInt(LONGEST_FIGURE + power);
}

/** A plain decimal such as `1340.5` as a scaled integer. */
export function scaledFigure(value: string): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(LONGEST_FIGURE, '0'));
}
