import { changeCustomer } from "../../db/customer-changes.server";
import type { Customer } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { auditOf } from "./customer-audit.server";
import { type AccessChange, nextAccess } from "./portal-access";

const ACTION = {
  block: "customer.blocked",
  unblock: "customer.unblocked",
} as const;

/** Blocks a customer, or lets them in again. Whoever is blocked is signed out and can pay nowhere from now on. */
export async function changeAccess(
  context: PartnerContext,
  customer: Customer,
  change: AccessChange,
): Promise<void> {
  const portalAccess = nextAccess(change, customer);
  // A block holds whatever the customer did meanwhile; anything else is about what the member has seen.
  const seen = change === "block" ? null : customer.portalAccess;
  await changeCustomer(
    context.db,
    context.partner.id,
    customer.id,
    { portalAccess },
    auditOf(context, ACTION[change]),
    seen,
  );
  if (change === "block") endCheckoutsLater(context, { customerId: customer.id });
}
