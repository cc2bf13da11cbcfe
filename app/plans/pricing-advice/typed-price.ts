import { parseWholeCredits } from "../../credits";
import { maximumPriceMinor, minimumChargeMinor, minorToDecimal, parsePrice } from "../../money";
import { MAX_CREDITS, type PlanFormValues } from "../plan";
import { charm } from "./charm";
import { costPlus, parseMarginPercent, planCostMinor } from "./cost-plus";

/** As much of a form as can be read already; the rest is null. */
export interface TypedPrice {
  credits: number | null;
  priceMinor: number | null;
  /** What all the credits of the plan cost the partner. */
  costMinor: number | null;
  marginPercent: number | null;
}

export function readTypedPrice(values: PlanFormValues, currency: string): TypedPrice {
  const credits = atMost(MAX_CREDITS, parseWholeCredits(values.credits));
  const most = maximumPriceMinor(currency);
  const unitCostMinor = atMost(most, parsePrice(values.unitCost, currency));
  return {
    credits,
    priceMinor: atMost(most, parsePrice(values.price, currency)) || null,
    costMinor: credits !== null && unitCostMinor !== null ? planCostMinor(unitCostMinor, credits) : null,
    marginPercent: parseMarginPercent(values.margin),
  };
}

const atMost = (most: number, typed: number | null): number | null =>
  typed !== null && typed <= most ? typed : null;

export interface Suggestion {
  costPlusMinor: number;
  /** The price nearby that looks smaller, and that covers the cost. */
  priceMinor: number;
}

/** The form with the suggested price in it; as it is where none can be suggested yet. */
export function withSuggestedPrice(values: PlanFormValues, currency: string): PlanFormValues {
  const suggested = suggestPrice(readTypedPrice(values, currency), currency);
  return suggested ? { ...values, price: minorToDecimal(suggested.priceMinor, currency) } : values;
}

export function suggestPrice({ costMinor, marginPercent }: TypedPrice, currency: string): Suggestion | null {
  if (!costMinor || marginPercent === null) return null;
  const costPlusMinor = costPlus(costMinor, marginPercent);
  const floorMinor = Math.max(costMinor, minimumChargeMinor(currency));
  return { costPlusMinor, priceMinor: charm(costPlusMinor, currency, floorMinor) };
}
