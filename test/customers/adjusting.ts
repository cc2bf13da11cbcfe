import { env } from "cloudflare:test";
import type { Customer, Owner } from "../shop/people";
import { openShop } from "../shop/shop";
import { fieldOf } from "../shop/visitor";

interface Adjustment {
  intent: "add" | "deduct";
  amount: string;
  note: string;
  /** The amount typed a second time. */
  again?: string;
  /** Sent by a page without scripts. */
  review?: string;
}

export const pageOf = (customer: Customer) => `/customers/${customer.id}`;

/** Opens the customer's page and sends its form. */
export async function adjusts({ browser }: Owner, customer: Customer, adjustment: Adjustment) {
  const formId = fieldOf(await browser.get(pageOf(customer)), "formId");
  return browser.post(pageOf(customer), { formId, ...adjustment });
}

export async function openWith(credits?: string) {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  if (credits)
    await adjusts(owner, ana, { intent: "add", amount: credits, again: credits, note: "A present" });
  return { shop, owner, ana };
}

export const tablesOf = (customer: Customer) =>
  customer.wallet((_wallet, { storage }) => storage.sql.exec("SELECT name FROM sqlite_master").toArray());

/** What is written down about a customer, once the wallet has told all. */
export async function auditOf(customer: Customer) {
  if ((await tablesOf(customer)).length > 0) await customer.walletIsCopied();
  const { results } = await env.DB.prepare("SELECT * FROM audit_log WHERE object_id = ? ORDER BY at, id")
    .bind(customer.id)
    .all<Record<string, string>>();
  return results;
}
