import { eq } from "drizzle-orm";
import type { Database } from "./client.server";
import type { PlanAudit } from "./plan-changes.server";
import { auditLog, partners } from "./schema";

type PlanOrder = (typeof partners.$inferSelect)["planOrder"];

/** Chooses in which order the portal shows a partner's plans, together with its audit row. */
export async function writePlanOrder(
  db: Database,
  partnerId: string,
  planOrder: PlanOrder,
  audit: PlanAudit & { before: Record<string, unknown> },
): Promise<void> {
  await db.batch([
    db.update(partners).set({ planOrder }).where(eq(partners.id, partnerId)),
    db.insert(auditLog).values({ ...audit, partnerId, actorType: "member", objectId: partnerId }),
  ]);
}

/** Puts a plan at a place of the partner's own order; the others make room, and all are numbered 1, 2, 3 … again. */
export async function placePlan(
  { $client: d1 }: Database,
  partnerId: string,
  planId: string,
  place: number,
  { id, actorId, action, after, at }: PlanAudit,
): Promise<void> {
  await d1.batch([
    d1.prepare(INSERT_AUDIT).bind(id, partnerId, actorId, action, planId, JSON.stringify(after), at),
    d1.prepare(PLACE).bind(partnerId, planId, place),
  ]);
}

// One statement, so that plans which are moved at once end in some order of all of them. Places are doubled for it:
// between any two there is room for the plan that moves.
const PLACE = `
  WITH standing AS (
    SELECT id, row_number() OVER (ORDER BY sort_order IS NULL, sort_order, price_minor DESC, id) AS place
    FROM credit_plans WHERE partner_id = ?1 AND deleted_at IS NULL
  ), moved AS (
    SELECT id, row_number() OVER (
      ORDER BY CASE WHEN id = ?2 THEN 2 * ?3 + iif(?3 < place, -1, 1) ELSE 2 * place END
    ) AS place
    FROM standing
  )
  UPDATE credit_plans SET sort_order = moved.place FROM moved
  WHERE credit_plans.id = moved.id AND credit_plans.partner_id = ?1`;

const INSERT_AUDIT = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
  VALUES (?1, ?2, 'member', ?3, ?4, ?5, ?6, ?7)`;
