import type { Customer } from "../../db/portals.server";

export type PortalAccess = Customer["portalAccess"];

/** Whether this customer comes in when they sign in. */
export const isLetIn = ({ portalAccess }: Pick<Customer, "portalAccess">): boolean =>
  portalAccess === "invited" || portalAccess === "active";

/** A customer as their first sign-in leaves them: a preview shows what they will see, and proves no mailbox. */
export const asSignedIn = (customer: Customer, now: number): Customer => ({
  ...customer,
  portalAccess: customer.portalAccess === "invited" ? "active" : customer.portalAccess,
  emailVerifiedAt: customer.emailVerifiedAt ?? now,
});

/** What a partner can do about the access of a customer. The first sign-in makes "active" of "invited" by itself. */
export type AccessChange = "block" | "unblock";

/** From which state a change is made, and where it leads; unblocked, only a proven mailbox is "active" at once. */
export function nextAccess(
  change: AccessChange,
  { portalAccess, emailVerifiedAt }: Pick<Customer, "portalAccess" | "emailVerifiedAt">,
): PortalAccess {
  switch (change) {
    case "block":
      return "blocked";
    case "unblock":
      if (portalAccess !== "blocked") return portalAccess;
      return emailVerifiedAt === null ? "invited" : "active";
  }
}
