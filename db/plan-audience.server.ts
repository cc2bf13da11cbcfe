import type { Database } from "./client.server";
import type { CustomerAudit } from "./customer-changes.server";

export interface AudienceChoice {
  customerId: string;
  planId: string;
  isSeen: boolean;
}

/** Shows a plan to one customer or hides it from them, with its audit row. Where it stands so already, nothing is written. */
export async function choosePlanAudience(
  { $client: d1 }: Database,
  partnerId: string,
  { customerId, planId, isSeen }: AudienceChoice,
  audit: CustomerAudit,
): Promise<void> {
  const after = JSON.stringify({ planId, isSeen });
  await d1.batch([
    d1
      .prepare(AUDIT)
      .bind(
        partnerId,
        customerId,
        planId,
        audit.id,
        Number(isSeen),
        audit.actorId,
        audit.action,
        after,
        audit.at,
      ),
    d1.prepare(CHOOSE).bind(partnerId, customerId, planId, audit.id, isSeen ? "show" : "hide"),
  ]);
}

const AUDIT = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, after, at)
  SELECT ?4, ?1, 'member', ?6, ?7, ?2, json_object('planId', plan.id, 'isSeen', json(iif(?5, 'false', 'true'))), ?8, ?9
  FROM credit_plans AS plan
    JOIN customers AS customer ON customer.id = ?2 AND customer.partner_id = plan.partner_id
    LEFT JOIN plan_audience AS chosen
      ON chosen.partner_id = ?1 AND chosen.customer_id = ?2 AND chosen.plan_id = plan.id
  WHERE plan.partner_id = ?1 AND plan.id = ?3 AND plan.deleted_at IS NULL
    AND iif(plan.audience = 'all', chosen.mode IS NOT 'hide', chosen.mode IS 'show') <> ?5`;

const CHOOSE = `
  INSERT INTO plan_audience (partner_id, customer_id, plan_id, mode)
  SELECT ?1, ?2, ?3, ?5 WHERE EXISTS (SELECT 1 FROM audit_log WHERE id = ?4)
  ON CONFLICT (partner_id, customer_id, plan_id) DO UPDATE SET mode = excluded.mode`;
