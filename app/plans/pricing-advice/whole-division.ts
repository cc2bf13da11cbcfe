/** Division of whole numbers, so that no price ever passes through a fraction. Divisors are above 0. */

export function divideUp(dividend: number, divisor: number): number {
  return Number((BigInt(dividend) + BigInt(divisor) - 1n) / BigInt(divisor));
}

/** To the nearest whole number; half of one is rounded away from zero. */
export function divideToNearest(dividend: number, divisor: number): number {
  const twice = BigInt(Math.abs(dividend)) * 2n;
  const magnitude = Number((twice + BigInt(divisor)) / (BigInt(divisor) * 2n));
  return dividend < 0 ? -magnitude : magnitude;
}
