import type { CreditPlan, OfferedPlan } from "../../db/plans.server";
import { creditsToMicros } from "../credits";
import { countOf, formatPercent, type Wording } from "../i18n/wording";
import { formatPrice } from "../money";
import { type PlanAccess, planAccess } from "./plan-access";
import { discountPercent, formatPerCredit, smallestPlan } from "./pricing";

/** The plans that a customer may see, in the words of a price card. */
export function planCards(
  plans: readonly OfferedPlan[],
  circumstances: Parameters<typeof planAccess>[0],
  wording: Wording,
) {
  const visible = plans
    .map((plan) => ({ plan, access: planAccess(circumstances, plan) }))
    .filter(({ access }) => access.visible);
  const shown = visible.map(({ plan }) => plan);
  return visible.map(({ plan, access }) =>
    planCard(plan, access, smallestPlan(shown, plan.currency) ?? plan, wording),
  );
}

function planCard(plan: CreditPlan, access: PlanAccess, smallest: CreditPlan, wording: Wording) {
  return {
    id: plan.id,
    name: plan.name,
    ...priceTag(plan, smallest, wording),
    description: plan.description,
    popular: plan.popular,
    purchasable: access.purchasable,
  };
}

/** What a card says in figures: "1,000 credits", "$49", "$0.04 per credit · 20% less". */
export function priceTag(
  plan: Pick<CreditPlan, "credits" | "priceMinor" | "currency">,
  smallest: Pick<CreditPlan, "credits" | "priceMinor">,
  wording: Wording,
) {
  const { locale, texts } = wording;
  const percent = discountPercent(plan, smallest);
  const perCredit = texts.credits.perCredit(formatPerCredit(plan, locale));
  return {
    credits: countOf(creditsToMicros(plan.credits), wording),
    price: formatPrice(plan.priceMinor, plan.currency, locale),
    perCredit:
      percent > 0 ? `${perCredit} · ${texts.credits.saving(formatPercent(percent, wording))}` : perCredit,
  };
}
