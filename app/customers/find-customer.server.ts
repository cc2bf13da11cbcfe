import { findCustomer } from "../../db/customers.server";
import type { Customer } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { notFound } from "../refusals";

/** A customer of this partner, asked for before anything of them: another partner's customer is nobody here. */
export async function findCustomerOrRefuse(
  { db, partner }: PartnerContext,
  customerId: string | undefined,
): Promise<Customer> {
  const customer = customerId ? await findCustomer(db, partner.id, customerId) : null;
  if (!customer) throw notFound();
  return customer;
}
