import { changeCustomer } from "../../db/customer-changes.server";
import type { Customer } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { findPortalOrRefuse } from "../portals/find-portal.server";
import { auditOf } from "./customer-audit.server";
import { type AccessChange, nextAccess } from "./portal-access";

const ACTION = {
  enable: "customer.portal_enabled",
  block: "customer.blocked",
  unblock: "customer.unblocked",
} as const;

/**
 * Lets a customer into the portal, blocks them, or lets them in again. Whoever is blocked is signed out everywhere at
 * once. Nobody is let into a portal that is not there: that is refused, and not left to be found out.
 */
export async function changeAccess(
  context: PartnerContext,
  customer: Customer,
  change: AccessChange,
): Promise<void> {
  if (change === "enable") await findPortalOrRefuse(context);
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
}
