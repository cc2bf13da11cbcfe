import { listCustomerIds } from "../../db/customers.server";
import type { Context } from "../context.server";
import type { BrokenInvariant } from "../wallet/soundness";
import { type CustomerAddress, compareCopies, isCopied } from "./copied-wallet.server";
import type { Difference } from "./differences";
import { CUSTOMERS_A_PAGE, type CustomerPage } from "./rebuild-projection.server";

/** A customer with whom something is not as it must be. */
interface Finding {
  customerId: string;
  /** Rules that the wallet breaks. */
  broken: BrokenInvariant[];
  /** Where the copies differ from it. */
  differences: Difference[];
}

interface VerifiedPage {
  customers: number;
  next: string | null;
  findings: Finding[];
}

/** Holds the wallets of a page of customers against their own rules, and the copies against the wallets. Changes nothing. */
export async function verifyWallets(context: Context, page: CustomerPage): Promise<VerifiedPage> {
  const customers = await listCustomerIds(context.db, page.partnerId, page.after, CUSTOMERS_A_PAGE);
  const findings = await Promise.all(customers.map((customer) => verifyCustomer(context, customer)));
  return {
    customers: customers.length,
    next: customers.length === CUSTOMERS_A_PAGE ? (customers.at(-1)?.customerId ?? null) : null,
    findings: findings.filter(({ broken, differences }) => broken.length + differences.length > 0),
  };
}

async function verifyCustomer(context: Context, customer: CustomerAddress): Promise<Finding> {
  const wallet = context.wallet(customer.customerId);
  // A copy that is on its way is late and not wrong.
  await isCopied(wallet);
  const [broken, differences] = await Promise.all([wallet.verify(), compareCopies(context, customer)]);
  return { customerId: customer.customerId, broken, differences };
}
