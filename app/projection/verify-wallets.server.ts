import { listCustomerIds } from "../../db/customers.server";
import type { Context } from "../context.server";
import type { BrokenInvariant } from "../wallet/soundness";
import { type CustomerAddress, compareCopies, isCopied } from "./copied-wallet.server";
import type { Difference } from "./differences";
import { type ListFinding, lookThroughLists } from "./look-through-lists.server";
import { CUSTOMERS_A_PAGE, type CustomerPage, nextPage } from "./rebuild-projection.server";

/** A customer with whom something is not as it must be. */
interface CustomerFinding {
  customerId: string;
  /** Rules that the wallet breaks. */
  broken: BrokenInvariant[];
  /** Where the copies differ from it. */
  differences: Difference[];
}

interface VerifiedPage {
  customers: number;
  /** Rows of lists; they come behind all customers. */
  rows: number;
  next: string | null;
  findings: (CustomerFinding | ListFinding)[];
}

/**
 * Holds the wallets of a page of customers against their own rules, and the copies against the wallets; and behind the
 * last customer, what lists show against its sources. Changes nothing.
 */
export async function verifyWallets(context: Context, page: CustomerPage): Promise<VerifiedPage> {
  const lists = await lookThroughLists(context.db, { ...page, mends: false });
  if (lists) return { customers: 0, ...lists };

  const customers = await listCustomerIds(context.db, page.partnerId, page.after, CUSTOMERS_A_PAGE);
  const findings = await Promise.all(customers.map((customer) => verifyCustomer(context, customer)));
  return {
    customers: customers.length,
    rows: 0,
    next: nextPage(customers),
    findings: findings.filter(({ broken, differences }) => broken.length + differences.length > 0),
  };
}

async function verifyCustomer(context: Context, customer: CustomerAddress): Promise<CustomerFinding> {
  const wallet = context.wallet(customer.customerId);
  // A copy that is on its way is late and not wrong.
  await isCopied(wallet);
  const [broken, differences] = await Promise.all([wallet.verify(), compareCopies(context, customer)]);
  return { customerId: customer.customerId, broken, differences };
}
