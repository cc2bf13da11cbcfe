/** The platform's share in minor units, rounded down in the partner's favour. 10,000 basis points are the whole. */
export function platformFeeMinor(priceMinor: number, feeBps: number): number {
  const share = priceMinor * feeBps;
  return (share - (share % 10_000)) / 10_000;
}
