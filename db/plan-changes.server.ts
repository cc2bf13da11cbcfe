import type { Database } from "./client.server";
import type { CreditPlan } from "./plans.server";

/** Who changes a plan, when, and what the audit log calls it. */
export interface PlanAudit {
  id: string;
  actorId: string;
  action: string;
  after: Record<string, unknown> | null;
  at: number;
}

type NewTerms = Pick<
  CreditPlan,
  | "name"
  | "credits"
  | "priceMinor"
  | "currency"
  | "unitCostMinorPer1000"
  | "description"
  | "active"
  | "popular"
  | "audience"
>;

/**
 * Writes the next version of a plan, if the plan still is as `seen`. False says that somebody else was faster,
 * and that nothing was written.
 */
export async function updatePlan(
  { $client: d1 }: Database,
  partnerId: string,
  seen: CreditPlan,
  terms: NewTerms,
  audit: PlanAudit,
): Promise<boolean> {
  const { name, credits, priceMinor, unitCostMinorPer1000: cost, description } = terms;
  const [active, popular] = [Number(terms.active), Number(terms.popular)];
  const asSeen = [seen.version, Number(seen.active), Number(seen.popular), seen.audience];
  const [audited] = await d1.batch<{ before: string }>([
    auditFirst(d1, partnerId, seen.id, audit, {
      before: ALL_OF_IT,
      unless: "version <> ?8 OR active <> ?9 OR popular <> ?10 OR audience <> ?11",
      values: asSeen,
    }),
    d1.prepare(UNSET_OTHERS).bind(partnerId, seen.id, audit.id, popular, audit.at),
    d1
      .prepare(WRITE_TERMS)
      .bind(
        partnerId,
        seen.id,
        audit.id,
        name,
        credits,
        priceMinor,
        description,
        active,
        popular,
        audit.at,
        cost,
        terms.audience,
        terms.currency,
      ),
    d1.prepare(INSERT_VERSION).bind(partnerId, seen.id, audit.id, audit.actorId),
  ]);
  return audited?.results.length === 1;
}

/** Puts a plan on offer or takes it off. Where it stands so already, nothing is written. */
export async function switchActive(
  { $client: d1 }: Database,
  partnerId: string,
  planId: string,
  to: boolean,
  audit: PlanAudit,
): Promise<void> {
  await d1.batch([
    auditFirst(d1, partnerId, planId, audit, {
      before: `json_object('active', ${boolean("active")})`,
      unless: "active = ?8",
      values: [Number(to)],
    }),
    d1.prepare(WRITE_ACTIVE).bind(partnerId, planId, audit.id, Number(to), audit.at),
  ]);
}

/** Gives a plan the badge or takes it off; answers which plan had it before, or null for none. */
export async function switchPopular(
  { $client: d1 }: Database,
  partnerId: string,
  planId: string,
  to: boolean,
  audit: PlanAudit,
): Promise<string | null> {
  const [audited] = await d1.batch<{ before: string }>([
    auditFirst(d1, partnerId, planId, audit, {
      before: `json_object('popularPlanId', (SELECT other.id FROM credit_plans other
        WHERE other.partner_id = ?1 AND other.popular = 1 AND other.deleted_at IS NULL))`,
      unless: "popular = ?8",
      values: [Number(to)],
    }),
    d1.prepare(UNSET_OTHERS).bind(partnerId, planId, audit.id, Number(to), audit.at),
    d1.prepare(WRITE_POPULAR).bind(partnerId, planId, audit.id, Number(to), audit.at),
  ]);
  const [row] = audited?.results ?? [];
  return row ? (JSON.parse(row.before) as { popularPlanId: string | null }).popularPlanId : null;
}

/** Takes a plan away for good; its row stays, because purchases name it. False says that it was gone. */
export async function markPlanDeleted(
  { $client: d1 }: Database,
  partnerId: string,
  planId: string,
  audit: PlanAudit,
): Promise<boolean> {
  const [audited] = await d1.batch([
    auditFirst(d1, partnerId, planId, audit, { before: ALL_OF_IT, unless: "FALSE", values: [] }),
    d1.prepare(MARK_DELETED).bind(partnerId, planId, audit.id, audit.at),
  ]);
  return audited?.results.length === 1;
}

interface Condition {
  /** SQL of what the plan was, so that the log says what was there and not what a request had read. */
  before: string;
  unless: string;
  values: (number | string)[];
}

/**
 * The audit row is written first and only if the change may be made. Every statement after it in the batch asks
 * for this row, so that either all of them write or none does.
 */
function auditFirst(
  d1: D1Database,
  partnerId: string,
  planId: string,
  { id, actorId, action, after, at }: PlanAudit,
  { before, unless, values }: Condition,
) {
  const sql = `
    INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, after, at)
    SELECT ?3, partner_id, 'member', ?4, ?5, id, ${before}, ?6, ?7 FROM credit_plans
    WHERE partner_id = ?1 AND id = ?2 AND deleted_at IS NULL AND NOT (${unless})
    RETURNING before`;
  const logged = after && JSON.stringify(after);
  return d1.prepare(sql).bind(partnerId, planId, id, actorId, action, logged, at, ...values);
}

function boolean(column: "active" | "popular"): string {
  return `json(iif(${column}, 'true', 'false'))`;
}

const ALL_OF_IT = `json_object('name', name, 'credits', credits, 'priceMinor', price_minor, 'currency', currency,
  'unitCostMinorPer1000', unit_cost_minor_per_1000, 'description', description, 'active', ${boolean("active")}, 'popular', ${boolean("popular")},
  'audience', audience)`;

const AUDITED = "EXISTS (SELECT 1 FROM audit_log WHERE id = ?3)";
const THE_PLAN = `WHERE partner_id = ?1 AND id = ?2 AND ${AUDITED}`;

// Unset before set: the unique index would refuse two popular plans even for a moment.
const UNSET_OTHERS = `
  UPDATE credit_plans SET popular = 0, updated_at = ?5
  WHERE partner_id = ?1 AND popular = 1 AND id <> ?2 AND ?4 = 1 AND ${AUDITED}`;

const WRITE_TERMS = `
  UPDATE credit_plans SET version = version + 1, name = ?4, credits = ?5, price_minor = ?6, description = ?7,
    active = ?8, popular = ?9, updated_at = ?10, unit_cost_minor_per_1000 = ?11,
    audience = ?12, currency = ?13 ${THE_PLAN}`;

const INSERT_VERSION = `
  INSERT INTO credit_plan_versions
    (plan_id, version, name, credits, price_minor, currency, description, created_by, created_at)
  SELECT id, version, name, credits, price_minor, currency, description, ?4, updated_at
  FROM credit_plans ${THE_PLAN}`;

const WRITE_ACTIVE = `UPDATE credit_plans SET active = ?4, updated_at = ?5 ${THE_PLAN}`;
const WRITE_POPULAR = `UPDATE credit_plans SET popular = ?4, updated_at = ?5 ${THE_PLAN}`;
const MARK_DELETED = `
  UPDATE credit_plans SET deleted_at = ?4, updated_at = ?4, active = 0, popular = 0 ${THE_PLAN}`;
