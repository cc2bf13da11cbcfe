import type { CreditWord } from "../i18n/unit";
import { englishWith } from "../i18n/wording";
import type { PlanFormValues } from "./plan";
import { priceTag } from "./plan-cards";
import { smallestPlan } from "./pricing";
import type { PricingCircumstances } from "./pricing-advice/price-figures";
import { readTypedPrice } from "./pricing-advice/typed-price";

/** The card of a plan that is still being typed. Dashes stand where nothing can be read yet. */
export function planPreview(
  values: PlanFormValues,
  { currency, others }: PricingCircumstances,
  portal: { locale: string; creditWord: CreditWord },
) {
  const wording = englishWith(portal.creditWord, portal.locale);
  const { credits, priceMinor } = readTypedPrice(values, currency);
  const plan = credits !== null && priceMinor !== null ? { credits, priceMinor, currency } : null;
  const offered = others.filter(({ active }) => active);
  return {
    name: values.name.trim() || "Name",
    description: values.description.trim(),
    badge: values.popular ? "Popular" : undefined,
    ...(plan
      ? priceTag(plan, smallestPlan([plan, ...offered], currency) ?? plan, wording)
      : { credits: `– ${wording.unit.other}`, price: "–" }),
  };
}
