import fc from "fast-check";
import { expect, test } from "vitest";
import { platformFeeMinor } from "../../app/purchases/platform-fee";

test.each([
  [4_900, 250, 122],
  [4_900, 100, 49],
  [100, 250, 2],
  [39, 250, 0],
  [40, 250, 1],
  [4_900, 0, 0],
  [4_900, 10_000, 4_900],
])("of %i minor units, %i basis points are %i: half a cent stays with the partner", (price, bps, fee) => {
  expect(platformFeeMinor(price, bps)).toBe(fee);
});

test("it is the exact quotient, rounded down, and never more than the price", () => {
  const price = fc.integer({ min: 0, max: 900_000_000_000 });
  fc.assert(
    fc.property(price, fc.integer({ min: 0, max: 10_000 }), (priceMinor, feeBps) => {
      const fee = platformFeeMinor(priceMinor, feeBps);
      expect(BigInt(fee)).toBe((BigInt(priceMinor) * BigInt(feeBps)) / 10_000n);
      expect(fee).toBeLessThanOrEqual(priceMinor);
    }),
    { numRuns: 1_000 },
  );
});
