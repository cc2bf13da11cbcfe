import { chargeStepMinor, decimalsOf } from "../../money";

/** From twenty units on, a whole price that ends in 9 reads better than one that ends in .99. */
const WHOLE_PRICES_FROM = 20;
const WITHIN_PERCENT = 6;

/** The prices that leave this rest. */
interface Ending {
  everyMinor: number;
  restMinor: number;
}

/**
 * The price nearby that looks smaller than it is: $49 for $50, $12.99 for $13, ¥4,980 for ¥5,000.
 * Never below `floorMinor`, which is what the credits cost; a price that ends so already stays.
 */
export function charm(priceMinor: number, currency: string, floorMinor = 0): number {
  const [nine, ninetyNine] = endingsOf(currency);
  const isCharming = [nine, ninetyNine].some(
    ({ everyMinor, restMinor }) => priceMinor % everyMinor === restMinor,
  );
  if (isCharming && priceMinor >= floorMinor) return priceMinor;

  const wholeMinor = nearestEnding(priceMinor, nine, floorMinor);
  const isLarge = priceMinor >= WHOLE_PRICES_FROM * 10 ** decimalsOf(currency);
  return isLarge && isNear(wholeMinor, priceMinor)
    ? wholeMinor
    : nearestEnding(priceMinor, ninetyNine, floorMinor);
}

/** Whether one price stands for the other without being quite another price. */
export const isNear = (oneMinor: number, otherMinor: number): boolean =>
  Math.abs(oneMinor - otherMinor) * 100 <= WITHIN_PERCENT * otherMinor;

/** "9" and ".99"; where only whole units are charged, both are "80". */
function endingsOf(currency: string): [Ending, Ending] {
  const unitMinor = 10 ** decimalsOf(currency);
  const eighty = { everyMinor: 100 * unitMinor, restMinor: 80 * unitMinor };
  if (chargeStepMinor(currency) >= unitMinor) return [eighty, eighty];
  return [
    { everyMinor: 10 * unitMinor, restMinor: 9 * unitMinor },
    { everyMinor: unitMinor, restMinor: (unitMinor / 100) * 99 },
  ];
}

function nearestEnding(priceMinor: number, { everyMinor, restMinor }: Ending, floorMinor: number): number {
  const aboveMinor = (priceMinor - restMinor + everyMinor) % everyMinor;
  const below = priceMinor - aboveMinor;
  // Of two that are equally near it is the higher one, which keeps the margin.
  const nearest = below > 0 && aboveMinor * 2 < everyMinor ? below : below + everyMinor;
  const missingMinor = Math.max(0, floorMinor - nearest);
  return nearest + Math.ceil(missingMinor / everyMinor) * everyMinor;
}
