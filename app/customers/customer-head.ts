import type { Customer } from "../../db/portals.server";
import { PORTAL_ACCESS } from "./customer-rows";

/** A customer as the head of their pages shows them; `formId` makes an invitation that is sent twice one. */
export const customerHead = (customer: Customer, formId: string) => ({
  id: customer.id,
  name: customer.name || customer.email,
  email: customer.email,
  company: customer.company,
  externalId: customer.externalId,
  formId,
  isInvited: customer.portalAccess === "invited",
  access: PORTAL_ACCESS[customer.portalAccess],
  isVerified: customer.emailVerifiedAt !== null,
  isBuyingBlocked: customer.purchasesBlocked,
});

export type CustomerHeadRow = ReturnType<typeof customerHead>;
