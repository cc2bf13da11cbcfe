import { forgetCopies } from "../../db/customer-copies.server";
import { listCustomerIds } from "../../db/customers.server";
import type { Context } from "../context.server";
import { type CustomerAddress, compareCopies, isCopied } from "./copied-wallet.server";
import { onlyCopied } from "./differences";
import { FIRST_LISTS } from "./list-place";
import { type ListFinding, lookThroughLists } from "./look-through-lists.server";

/** Which customers come next: those of one partner, or of all, behind this one; or which place in their lists. */
export interface CustomerPage {
  partnerId: string | null;
  after: string;
}

export const CUSTOMERS_A_PAGE = 10;

/** Behind the last customer the lists begin. */
export const nextPage = (customers: readonly CustomerAddress[]): string =>
  (customers.length === CUSTOMERS_A_PAGE && customers.at(-1)?.customerId) || FIRST_LISTS;

interface RebuiltPage {
  customers: number;
  purchases: number;
  entries: number;
  /** Rows of lists that were looked at; they come behind all customers. */
  rows: number;
  /** What of them was written anew. */
  mended: ListFinding[];
  /** Behind whom or what the next page begins, or null when this was the last. */
  next: string | null;
  /** Customers whose wallets had not told D1 everything when this was answered; they go on by themselves. */
  waiting: string[];
  /** Customers whose copies say more than their wallets, which were lost or set back. Nothing of them was touched. */
  kept: string[];
}

const NOTHING = { customers: 0, purchases: 0, entries: 0, rows: 0, mended: [], waiting: [], kept: [] };

/**
 * Makes the copies of a page of customers anew from what their wallets hold, and behind the last customer what lists
 * show, where it differs from its sources. May be done twice, or over again.
 */
export async function rebuildProjection(context: Context, page: CustomerPage): Promise<RebuiltPage> {
  const lists = await lookThroughLists(context.db, { ...page, mends: true });
  if (lists) return { ...NOTHING, rows: lists.rows, mended: lists.findings, next: lists.next };

  const customers = await listCustomerIds(context.db, page.partnerId, page.after, CUSTOMERS_A_PAGE);
  const rebuilt = await Promise.all(customers.map((customer) => rebuildCustomer(context, customer)));
  const idsOf = (end: RebuiltCustomer["end"]) =>
    customers.flatMap(({ customerId }, at) => (rebuilt[at]?.end === end ? customerId : []));
  return {
    ...NOTHING,
    customers: customers.length,
    purchases: rebuilt.reduce((sum, { purchases }) => sum + purchases, 0),
    entries: rebuilt.reduce((sum, { entries }) => sum + entries, 0),
    next: nextPage(customers),
    waiting: idsOf("waiting"),
    kept: idsOf("kept"),
  };
}

interface RebuiltCustomer {
  end: "copied" | "waiting" | "kept";
  purchases: number;
  entries: number;
}

async function rebuildCustomer(context: Context, customer: CustomerAddress): Promise<RebuiltCustomer> {
  const { partnerId, customerId } = customer;
  const wallet = context.wallet(customerId);
  const found = await compareCopies(context, customer);
  if (onlyCopied(found).length > 0) return { end: "kept", purchases: 0, entries: 0 };

  // Forgotten before it is told again: what is told after this is all there, whatever was under way.
  await forgetCopies(context.db, partnerId, customerId);
  const retold = await wallet.retell();
  if (retold.outcome === "nothing") return { end: "copied", purchases: 0, entries: 0 };
  const { purchases, entries } = retold;
  return { end: (await isCopied(wallet)) ? "copied" : "waiting", purchases, entries };
}
