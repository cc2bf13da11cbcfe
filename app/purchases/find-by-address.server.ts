import type { Database } from "../../db/client.server";
import { isCustomer } from "../../db/customers.server";
import type { AskedCustomer } from "../../db/listed-tables";
import { readEmail } from "../email-address";

/**
 * What a list has of the customer whose whole address was typed, or of everybody where none was. Only where that is
 * nothing D1 is asked whether the address is a customer's at all.
 */
export async function findByAddress<Row>(
  db: Database,
  partnerId: string,
  typed: string,
  list: (customer: AskedCustomer) => Promise<Row[]>,
): Promise<{ found: Row[]; isUnknown: boolean }> {
  if (typed === "") return { found: await list(null), isUnknown: false };
  const customerEmail = readEmail(typed);
  if (customerEmail === null) return { found: [], isUnknown: true };
  const found = await list({ customerEmail });
  return { found, isUnknown: found.length === 0 && !(await isCustomer(db, partnerId, customerEmail)) };
}
