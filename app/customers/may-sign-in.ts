import type { Customer, Portal } from "../../db/portals.server";

/**
 * Who may sign in to a portal: whoever the partner has invited, and where anybody may join, who is no customer yet.
 * A blocked customer may too, and reads that access is off; whom the partner gave no access gets none by joining.
 */
export const maySignIn = (
  customer: Pick<Customer, "portalAccess"> | null,
  portal: Pick<Portal, "signupsAllowed">,
): boolean => (customer ? customer.portalAccess !== "none" : portal.signupsAllowed);
