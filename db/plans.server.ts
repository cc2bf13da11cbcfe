import { and, asc, desc, eq, getTableColumns, isNull, not, type SQL, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { listedPlans } from "./listed-tables";
import { type auditLog, creditPlans, creditPlanVersions, planAudience, purchases } from "./schema";

export type CreditPlan = typeof creditPlans.$inferSelect;
export type NewPlan = Omit<CreditPlan, "partnerId" | "version" | "sortOrder" | "updatedAt" | "deletedAt">;
/** A plan as it stands towards one customer. */
export type OfferedPlan = CreditPlan & {
  /** What the partner chose for this customer alone; null where nothing was. */
  exception: "show" | "hide" | null;
};
/** A plan with what was sold of it, kept in its own row (decision 0032). */
export type ListedPlan = CreditPlan & typeof listedPlans.$inferSelect;
type AuditRow = typeof auditLog.$inferInsert;

const LISTED = { ...getTableColumns(creditPlans), ...getTableColumns(listedPlans) };

/** All of a partner's plans that are not deleted, dearest first. */
export async function listPlans(db: Database, partnerId: string): Promise<ListedPlan[]> {
  return db
    .select(LISTED)
    .from(creditPlans)
    .where(and(eq(creditPlans.partnerId, partnerId), isNull(creditPlans.deletedAt)))
    .orderBy(desc(creditPlans.priceMinor), asc(creditPlans.id));
}

/** The plans that nobody ever opened a purchase of in Stripe's live mode, dearest first. */
export async function listPlansNeverSoldLive(db: Database, partnerId: string): Promise<ListedPlan[]> {
  const soldLive = sql`EXISTS (SELECT 1 FROM ${purchases} WHERE ${purchases.partnerId} = ${creditPlans.partnerId}
    AND ${purchases.planId} = ${creditPlans.id} AND ${purchases.livemode} = 1)`;
  return db
    .select(LISTED)
    .from(creditPlans)
    .where(and(eq(creditPlans.partnerId, partnerId), isNull(creditPlans.deletedAt), not(soldLive)))
    .orderBy(desc(creditPlans.priceMinor), asc(creditPlans.id));
}

/** The plans that a portal may show a customer, dearest first: the first price that is read anchors the others. */
export async function listActivePlansFor(
  db: Database,
  partnerId: string,
  customerId: string,
): Promise<OfferedPlan[]> {
  return dearestFirst(offeredTo(db, partnerId, customerId, eq(creditPlans.active, true)));
}

/** The same with those that are off, for whoever explains what a customer sees. */
export async function listPlansFor(
  db: Database,
  partnerId: string,
  customerId: string,
): Promise<OfferedPlan[]> {
  return dearestFirst(offeredTo(db, partnerId, customerId));
}

export async function findPlanFor(
  db: Database,
  partnerId: string,
  customerId: string,
  planId: string,
): Promise<OfferedPlan | null> {
  return (await offeredTo(db, partnerId, customerId, eq(creditPlans.id, planId)).get()) ?? null;
}

const dearestFirst = (query: ReturnType<typeof offeredTo>) =>
  query.orderBy(desc(creditPlans.priceMinor), asc(creditPlans.id));

/** Plan and audience come in one statement, so that a page of a portal asks no more often for it. */
const offeredTo = (db: Database, partnerId: string, customerId: string, which?: SQL) =>
  db
    .select({ ...getTableColumns(creditPlans), exception: planAudience.mode })
    .from(creditPlans)
    .leftJoin(
      planAudience,
      and(
        eq(planAudience.partnerId, creditPlans.partnerId),
        eq(planAudience.planId, creditPlans.id),
        eq(planAudience.customerId, customerId),
      ),
    )
    .where(and(eq(creditPlans.partnerId, partnerId), isNull(creditPlans.deletedAt), which));

export async function findPlan(db: Database, partnerId: string, planId: string): Promise<ListedPlan | null> {
  const plan = await db
    .select(LISTED)
    .from(creditPlans)
    .where(
      and(eq(creditPlans.partnerId, partnerId), eq(creditPlans.id, planId), isNull(creditPlans.deletedAt)),
    )
    .get();
  return plan ?? null;
}

/** The plan that a form has made, deleted or not. */
export async function findPlanIdByForm(
  db: Database,
  partnerId: string,
  formId: string,
): Promise<string | null> {
  const plan = await db
    .select({ id: creditPlans.id })
    .from(creditPlans)
    .where(and(eq(creditPlans.partnerId, partnerId), eq(creditPlans.formId, formId)))
    .get();
  return plan?.id ?? null;
}

/** What a plan's description said when it was bought, also of a plan that was deleted since. */
export async function findSoldDescription(
  db: Database,
  partnerId: string,
  sold: { planId: string; planVersion: number },
): Promise<string> {
  const version = await db
    .select({ description: creditPlanVersions.description })
    .from(creditPlanVersions)
    .innerJoin(creditPlans, eq(creditPlans.id, creditPlanVersions.planId))
    .where(
      and(
        eq(creditPlans.partnerId, partnerId),
        eq(creditPlanVersions.planId, sold.planId),
        eq(creditPlanVersions.version, sold.planVersion),
      ),
    )
    .get();
  return version?.description ?? "";
}

/**
 * Writes a new plan, its first version and the audit row together. The same form sent twice writes once:
 * false says that this form's plan is there already.
 */
export async function insertPlan(
  { $client: d1 }: Database,
  partnerId: string,
  plan: NewPlan,
  audit: Omit<AuditRow, "partnerId">,
): Promise<boolean> {
  const { id, name, credits, priceMinor, currency, description, active, popular, formId, createdAt } = plan;
  const values = [id, partnerId, name, credits, priceMinor, currency, description];
  const [cost, isActive, isPopular] = [plan.unitCostMinorPer1000, Number(active), Number(popular)];
  const after = JSON.stringify(audit.after ?? {});
  const [, inserted] = await d1.batch([
    // Unset before set: the unique index would refuse two popular plans even for a moment.
    d1.prepare(UNSET_POPULAR).bind(partnerId, isPopular, formId),
    d1.prepare(INSERT_PLAN).bind(...values, isActive, isPopular, formId, createdAt, cost, plan.audience),
    d1.prepare(INSERT_FIRST_VERSION).bind(id, audit.actorId),
    d1
      .prepare(INSERT_AUDIT)
      .bind(id, audit.id, audit.actorType, audit.actorId, audit.action, after, audit.at),
  ]);
  return inserted?.meta.changes === 1;
}

const UNSET_POPULAR = `
  UPDATE credit_plans SET popular = 0 WHERE partner_id = ?1 AND popular = 1 AND ?2 = 1
    AND NOT EXISTS (SELECT 1 FROM credit_plans WHERE partner_id = ?1 AND form_id = ?3)`;

const INSERT_PLAN = `
  INSERT INTO credit_plans (id, partner_id, version, name, credits, price_minor, currency, description, active,
    popular, form_id, created_at, updated_at, unit_cost_minor_per_1000, audience)
  VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12, ?13)
  ON CONFLICT (partner_id, form_id) DO NOTHING`;

// These two read the plan's own row, so they write nothing where the form was known.
const INSERT_FIRST_VERSION = `
  INSERT INTO credit_plan_versions
    (plan_id, version, name, credits, price_minor, currency, description, created_by, created_at)
  SELECT id, version, name, credits, price_minor, currency, description, ?2, created_at
  FROM credit_plans WHERE id = ?1`;

const INSERT_AUDIT = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
  SELECT ?2, partner_id, ?3, ?4, ?5, id, ?6, ?7 FROM credit_plans WHERE id = ?1`;
