/** @typedef {{ median: number, least: number, most: number }} Spread */

/**
 * @param {number[]} values
 * @returns {Spread}
 */
export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return {
    median: middle.reduce((sum, value) => sum + value, 0) / middle.length,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}

/**
 * Round by round, because a machine drifts: only what ran side by side is compared.
 *
 * @param {number[]} ours
 * @param {number[]} theirs
 */
export const pairedRatio = (ours, theirs) =>
  spreadOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
