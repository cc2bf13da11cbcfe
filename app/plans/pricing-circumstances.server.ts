import { type CreditPlan, listPlans } from "../../db/plans.server";
import { findPortal } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { brandOf } from "../portals/brand";
import type { ComparedPlan } from "./pricing-advice/advice";
import type { PricingCircumstances } from "./pricing-advice/price-figures";

/** The rest of a plan is not for comparing, and need not travel to the browser. */
const comparedPlan = ({ id, name, credits, priceMinor, currency, active }: CreditPlan): ComparedPlan => ({
  id,
  name,
  credits,
  priceMinor,
  currency,
  active,
});

/** What the form of a plan needs beside the plan: its neighbours, our fee, and how the portal looks. */
export async function loadPricing({ db, partner }: PartnerContext, currency: string, planId?: string) {
  const [plans, portal] = await Promise.all([listPlans(db, partner.id), findPortal(db, partner.id)]);
  const others = plans.filter(({ id }) => id !== planId).map(comparedPlan);
  const pricing: PricingCircumstances = { currency, platformFeeBps: partner.platformFeeBps, others };
  return {
    pricing,
    portal: {
      brand: brandOf(portal ?? { brandColor: null }),
      locale: portal?.locale ?? "en-US",
      creditWord: portal?.creditWord ?? ("credits" as const),
    },
  };
}
