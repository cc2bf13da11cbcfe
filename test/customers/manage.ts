import { env } from "cloudflare:test";
import type { Customer, Owner } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import type { Page } from "../shop/visitor";

export const FEATURES = { aiCredits: "on", graceUnit: "seconds", lowAlert: "on" };

export async function openWith() {
  const shop = await openShop({ plans: [starterPack] });
  return { shop, owner: await shop.owner(), ana: await shop.customer() };
}

export const pageOf = ({ id }: { id: string }) => `/customers/${id}/features`;
export const at = (customer: { id: string }, what: string) => `/customers/${customer.id}/${what}`;
export const opens = ({ browser }: Owner, customer: { id: string }) => browser.get(pageOf(customer));

export const rowOf = ({ id }: { id: string }) =>
  env.DB.prepare("SELECT * FROM customers WHERE id = ?").bind(id).first<Record<string, unknown>>();

export async function auditOf({ id }: { id: string }) {
  const { results } = await env.DB.prepare(
    "SELECT action, before, after FROM audit_log WHERE object_id = ? ORDER BY at, rowid",
  )
    .bind(id)
    .all<{ action: string; before: string; after: string }>();
  return results.map((row) => ({
    action: row.action,
    before: JSON.parse(row.before) as Record<string, unknown>,
    after: JSON.parse(row.after) as Record<string, unknown>,
  }));
}

/** The lines of "What this customer sees", as a person reads them. */
export const seen = ({ html }: Page) =>
  [...html.matchAll(/<tr role="row"[^>]*>(?:(?!<\/tr>).)*<\/tr>/gs)].slice(1).map(([row]) =>
    row
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );

export const shopsPlans = async (ana: Customer) => (await ana.sees()).page.text;
