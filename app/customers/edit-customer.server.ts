import { type ChangeResult, changeCustomer } from "../../db/customer-changes.server";
import type { Customer } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { auditOf } from "./customer-audit.server";
import type { DetailDraft } from "./customer-details";

/**
 * Writes who a customer is. Whoever has signed in has shown that the mailbox is theirs, and keeps their address: with
 * another one somebody else would come into their credits.
 */
export async function editCustomer(
  context: PartnerContext,
  customer: Customer,
  { email, ...draft }: DetailDraft,
): Promise<ChangeResult> {
  const change = customer.emailVerifiedAt === null ? { ...draft, email } : draft;
  const audit = auditOf(context, "customer.updated");
  return changeCustomer(context.db, context.partner.id, customer.id, change, audit);
}
