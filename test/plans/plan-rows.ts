import { env } from "cloudflare:test";
import type { Shop } from "../shop/shop";

type Row = Record<string, unknown>;

const rowsOf = async ({ partnerId }: Shop, sql: string) =>
  (await env.DB.prepare(sql).bind(partnerId).all<Row>()).results;

export const planRecords = (shop: Shop) =>
  rowsOf(shop, "SELECT * FROM credit_plans WHERE partner_id = ? ORDER BY id");

export const versionRecords = (shop: Shop) =>
  rowsOf(
    shop,
    `SELECT v.* FROM credit_plan_versions v JOIN credit_plans p ON p.id = v.plan_id
     WHERE p.partner_id = ? ORDER BY v.version`,
  );

/** The audit log of a shop, oldest first, with what was before and after. */
export async function auditRecords(shop: Shop) {
  const rows = await rowsOf(shop, "SELECT * FROM audit_log WHERE partner_id = ? ORDER BY at, rowid");
  return rows.map(({ action, object_id, before, after }) => ({
    action,
    planId: object_id,
    before: JSON.parse(String(before)),
    after: JSON.parse(String(after)),
  }));
}

export async function popularPlans({ partnerId }: Shop): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM credit_plans WHERE partner_id = ? AND popular = 1",
  )
    .bind(partnerId)
    .all<{ name: string }>();
  return results.map(({ name }) => name);
}

export const pathOf = (planId: string) => `/settings/customer-credit-plans/${planId}`;
