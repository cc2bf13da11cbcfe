import type { Customer } from "../../db/portals.server";

/** A customer as their first sign-in leaves them: a preview shows what they will see, and proves no mailbox. */
export const asSignedIn = (customer: Customer, now: number): Customer => ({
  ...customer,
  portalAccess: customer.portalAccess === "invited" ? "active" : customer.portalAccess,
  emailVerifiedAt: customer.emailVerifiedAt ?? now,
});
