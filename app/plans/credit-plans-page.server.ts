import { listPlans } from "../../db/plans.server";
import { findCustomerToPreview } from "../../db/previews.server";
import { readAllSales } from "../../db/sales.server";
import type { PartnerContext } from "../context.server";
import { type RefusalAction, refusalOf } from "../errors";
import { newId } from "../ids";
import { requireSeller } from "../partners/require-seller";
import { type PlanListing, readListing } from "./plan-listing";
import type { PlanNames } from "./plan-news";
import { inPortalOrder, type PlanOrder } from "./plan-order";
import { deletedSales, type PlanRow, planRows, withSold } from "./plan-rows";
import { recentSince } from "./plan-sales";
import type { Advice } from "./pricing-advice/advice";
import { planSetAdvice } from "./pricing-advice/plan-set-advice";

export interface CreditPlansPage {
  /** Those that were looked for; `planCount` says how many there are in all. */
  plans: PlanRow[];
  planCount: number;
  names: PlanNames;
  listing: PlanListing;
  portalOrder: PlanOrder;
  deletedSales: { sold: string; revenue: string } | null;
  /** Where the plans can be seen as a customer sees them; null where no customer comes in yet. */
  previewHref: string | null;
  /** Why no plan can be created now; editing and switching off never need this. */
  blocked: { title: string; message: string; action: RefusalAction | undefined } | null;
  /** Makes whatever is created from this page once, however often it is clicked. */
  formId: string;
  advice: Advice[];
}

const LOCALE = "en-US";

/** What the section and the page "Customer Credit Plans" both show. */
export async function loadCreditPlans(
  context: PartnerContext,
  asked = new URLSearchParams(),
): Promise<CreditPlansPage> {
  const { db, partner, now } = context;
  const [stored, all, customerId] = await Promise.all([
    listPlans(db, partner.id),
    readAllSales(db, partner.id),
    findCustomerToPreview(db, partner.id),
  ]);
  const sold = withSold(stored, recentSince(now()));
  const plans = inPortalOrder(sold, partner.planOrder);
  const candidates = sold.map((plan) => ({ ...plan, sold: plan.soldLately }));
  const listing = readListing(asked);
  return {
    plans: planRows(plans, listing, LOCALE),
    planCount: plans.length,
    names: plans.map(({ id, name }) => ({ id, name })),
    listing,
    portalOrder: partner.planOrder,
    deletedSales: deletedSales(all, stored, LOCALE),
    previewHref: customerId && `/customers/${customerId}/preview`,
    blocked: closedGate(context),
    formId: newId("form"),
    advice: planSetAdvice(candidates, LOCALE),
  };
}

function closedGate({ partner, account }: PartnerContext): CreditPlansPage["blocked"] {
  const refusal = refusalOf(() => requireSeller(partner, account));
  return refusal && { title: refusal.title, message: refusal.message, action: refusal.action };
}
