import { formatMoney, minorToDecimal } from "../../money";
import type { PlanFormValues } from "../plan";
import type { Advice } from "./advice";
import { planAdvice } from "./plan-advice";
import { type PriceFigure, type PricingCircumstances, priceFigures } from "./price-figures";
import { readTypedPrice, suggestPrice } from "./typed-price";

export interface PriceCheck {
  /** "$48.00 → $49.00": cost and margin, and the price nearby that looks smaller. */
  suggestion: string | null;
  /** "Use $49.00", and what the price field reads then; null where it is typed already. */
  use: { label: string; price: string } | null;
  /** The suggested price and the typed one, as far as there are any, with the same figures of each. */
  prices: { label: string; price: string; figures: PriceFigure[] }[];
  advice: Advice[];
}

/** Looks at a plan while it is typed. What cannot be read yet is left out; nothing here keeps it from being saved. */
export function checkPrice(
  values: PlanFormValues,
  circumstances: PricingCircumstances,
  locale: string,
): PriceCheck {
  const { currency } = circumstances;
  const typed = readTypedPrice(values, currency);
  const { credits, costMinor, priceMinor } = typed;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const figures = (minor: number) =>
    credits === null ? [] : priceFigures({ priceMinor: minor, credits, costMinor }, circumstances, locale);

  const prices: PriceCheck["prices"] = [];
  const suggested = suggestPrice(typed, currency);
  const add = (label: string, minor: number) =>
    prices.push({ label, price: money(minor), figures: figures(minor) });
  if (suggested) add("Suggested", suggested.priceMinor);
  if (priceMinor !== null) add("Yours", priceMinor);
  const isUsed = !suggested || suggested.priceMinor === priceMinor;
  return {
    use: isUsed
      ? null
      : {
          label: `Use ${money(suggested.priceMinor)}`,
          price: minorToDecimal(suggested.priceMinor, currency),
        },
    suggestion: suggested && `${money(suggested.costPlusMinor)} → ${money(suggested.priceMinor)}`,
    prices,
    advice: planAdvice(values, typed, circumstances, locale),
  };
}
