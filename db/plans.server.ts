import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { type auditLog, creditPlans } from "./schema";

export type CreditPlan = typeof creditPlans.$inferSelect;
export type AuditRow = typeof auditLog.$inferInsert;

/** All of a partner's plans that are not deleted, dearest first. */
export async function listPlans(db: Database, partnerId: string): Promise<CreditPlan[]> {
  return db
    .select()
    .from(creditPlans)
    .where(and(eq(creditPlans.partnerId, partnerId), isNull(creditPlans.deletedAt)))
    .orderBy(desc(creditPlans.priceMinor), asc(creditPlans.id));
}

/** The plans that a portal shows, dearest first: the first price that is read anchors the others. */
export async function listActivePlans(db: Database, partnerId: string): Promise<CreditPlan[]> {
  return db
    .select()
    .from(creditPlans)
    .where(
      and(eq(creditPlans.partnerId, partnerId), eq(creditPlans.active, true), isNull(creditPlans.deletedAt)),
    )
    .orderBy(desc(creditPlans.priceMinor), asc(creditPlans.id));
}

export async function findPlan(db: Database, partnerId: string, planId: string): Promise<CreditPlan | null> {
  const plan = await db
    .select()
    .from(creditPlans)
    .where(
      and(eq(creditPlans.partnerId, partnerId), eq(creditPlans.id, planId), isNull(creditPlans.deletedAt)),
    )
    .get();
  return plan ?? null;
}

/**
 * Writes a new plan, its first version and the audit row together. The same form sent twice writes once:
 * false says that this form's plan is there already.
 */
export async function insertPlan(
  db: Database,
  partnerId: string,
  plan: Omit<CreditPlan, "partnerId" | "version" | "updatedAt" | "deletedAt">,
  audit: Omit<AuditRow, "partnerId">,
): Promise<boolean> {
  const { id, name, credits, priceMinor, currency, description, createdAt } = plan;
  const isThisForm = sql`SELECT 1 FROM credit_plans WHERE partner_id = ${partnerId} AND form_id = ${plan.formId}`;
  const [, inserted] = await db.batch([
    // Unset before set: the unique index would refuse two popular plans even for a moment.
    db
      .update(creditPlans)
      .set({ popular: false })
      .where(
        and(
          eq(creditPlans.partnerId, partnerId),
          eq(creditPlans.popular, true),
          sql`${plan.popular ? 1 : 0} = 1`,
          sql`NOT EXISTS (${isThisForm})`,
        ),
      ),
    db
      .insert(creditPlans)
      .values({ ...plan, partnerId, version: 1, updatedAt: createdAt })
      .onConflictDoNothing({ target: [creditPlans.partnerId, creditPlans.formId] })
      .returning({ id: creditPlans.id }),
    db.run(sql`INSERT INTO credit_plan_versions
      (plan_id, version, name, credits, price_minor, currency, description, created_by, created_at)
      SELECT id, version, ${name}, ${credits}, ${priceMinor}, ${currency}, ${description}, ${audit.actorId}, ${createdAt}
      FROM credit_plans WHERE id = ${id}`),
    db.run(sql`INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
      SELECT ${audit.id}, ${partnerId}, ${audit.actorType}, ${audit.actorId}, ${audit.action}, id,
        ${JSON.stringify(audit.after ?? {})}, ${audit.at}
      FROM credit_plans WHERE id = ${id}`),
  ]);
  return inserted.length === 1;
}
