import { type CreditPlan, listPlans } from "../../db/plans.server";
import { countNewestSales } from "../../db/sales.server";
import type { PartnerContext } from "../context.server";
import { creditsToMicros, formatCredits } from "../credits";
import { Refusal, type RefusalAction } from "../errors";
import { newId } from "../ids";
import { formatMoney } from "../money";
import { requireSeller } from "../partners/require-seller";
import { discountPercent, formatPerCredit, smallestPlan } from "./pricing";
import type { Advice } from "./pricing-advice/advice";
import { planSetAdvice } from "./pricing-advice/plan-set-advice";

export interface PlanRow {
  id: string;
  name: string;
  credits: string;
  price: string;
  perCredit: string;
  /** "20 % less" than the smallest plan, or "" for the smallest itself. */
  discount: string;
  active: boolean;
  popular: boolean;
}

export interface CreditPlansPage {
  plans: PlanRow[];
  /** Why no plan can be created now; editing and switching off never need this. */
  blocked: { title: string; message: string; action: RefusalAction | undefined } | null;
  /** Makes "Start with three plans" three plans, however often it is clicked. */
  starterFormId: string;
}

const LOCALE = "en-US";

const NEWEST_PURCHASES = 1_000;

/** What the section and the page "Customer Credit Plans" both show. */
export async function loadCreditPlans(context: PartnerContext): Promise<CreditPlansPage> {
  return creditPlansPage(context, await listPlans(context.db, context.partner.id));
}

/** The same with what there is to say about all of the plans together. */
export async function loadAdvisedCreditPlans(
  context: PartnerContext,
): Promise<CreditPlansPage & { advice: Advice[] }> {
  const { db, partner } = context;
  const [plans, sales] = await Promise.all([
    listPlans(db, partner.id),
    countNewestSales(db, partner.id, NEWEST_PURCHASES),
  ]);
  const candidates = plans.map((plan) => ({ ...plan, sold: sales.get(plan.id) ?? 0 }));
  return { ...creditPlansPage(context, plans), advice: planSetAdvice(candidates, LOCALE) };
}

function creditPlansPage(context: PartnerContext, plans: readonly CreditPlan[]): CreditPlansPage {
  const smallest = smallestPlan(plans);
  return {
    plans: plans.map((plan) => planRow(plan, smallest ?? plan)),
    blocked: closedGate(context),
    starterFormId: newId("form"),
  };
}

function planRow(plan: CreditPlan, smallest: CreditPlan): PlanRow {
  const percent = discountPercent(plan, smallest);
  return {
    id: plan.id,
    name: plan.name,
    credits: formatCredits(creditsToMicros(plan.credits), LOCALE),
    price: formatMoney(plan.priceMinor, plan.currency, LOCALE),
    perCredit: formatPerCredit(plan, LOCALE),
    discount: percent > 0 ? `${percent} % less` : "",
    active: plan.active,
    popular: plan.popular,
  };
}

function closedGate({ partner, account }: PartnerContext): CreditPlansPage["blocked"] {
  try {
    requireSeller(partner, account);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { title, message, action } = error;
    return { title, message, action };
  }
}
