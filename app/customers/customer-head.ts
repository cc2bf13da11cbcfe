import type { Customer } from "../../db/portals.server";
import { PORTAL_ACCESS } from "./customer-rows";

/** A customer as the head of their pages shows them. */
export const customerHead = (customer: Customer) => ({
  id: customer.id,
  name: customer.name || customer.email,
  email: customer.email,
  company: customer.company,
  externalId: customer.externalId,
  access: PORTAL_ACCESS[customer.portalAccess],
  isVerified: customer.emailVerifiedAt !== null,
  isBuyingBlocked: customer.purchasesBlocked,
});

export type CustomerHeadRow = ReturnType<typeof customerHead>;
