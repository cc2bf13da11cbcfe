import { changeCustomer } from "../../db/customer-changes.server";
import type { PartnerContext } from "../context.server";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { auditOf } from "./customer-audit.server";

/**
 * Keeps a customer from buying, for a reason, or lets them buy again. They go on seeing plans, balance and history;
 * the payment pages that they have open are ended.
 */
export async function blockPurchases(
  context: PartnerContext,
  customerId: string,
  reason: string | null,
): Promise<void> {
  const isBlocked = reason !== null;
  await changeCustomer(
    context.db,
    context.partner.id,
    customerId,
    { purchasesBlocked: isBlocked, purchasesBlockedReason: reason ?? "" },
    auditOf(context, isBlocked ? "customer.purchases_blocked" : "customer.purchases_allowed"),
  );
  if (isBlocked) endCheckoutsLater(context, { customerId });
}
