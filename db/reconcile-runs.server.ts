import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { reconcileRuns } from "./schema";

export type ReconcileRun = typeof reconcileRuns.$inferSelect;

const RUNS_KEPT = 30;

/** Writes down what a run found, and forgets the partner's oldest. */
export async function insertReconcileRun(
  db: Database,
  partnerId: string,
  run: Omit<ReconcileRun, "partnerId">,
) {
  const newest = db
    .select({ id: reconcileRuns.id })
    .from(reconcileRuns)
    .where(eq(reconcileRuns.partnerId, partnerId))
    .orderBy(desc(reconcileRuns.startedAt), desc(reconcileRuns.id))
    .limit(RUNS_KEPT);
  await db.batch([
    db.insert(reconcileRuns).values({ ...run, partnerId }),
    db
      .delete(reconcileRuns)
      .where(and(eq(reconcileRuns.partnerId, partnerId), sql`${reconcileRuns.id} NOT IN ${newest}`)),
  ]);
}

/** The partner's newest runs, the last first. */
export async function listReconcileRuns(
  db: Database,
  partnerId: string,
  limit: number,
): Promise<ReconcileRun[]> {
  return db
    .select()
    .from(reconcileRuns)
    .where(eq(reconcileRuns.partnerId, partnerId))
    .orderBy(desc(reconcileRuns.startedAt), desc(reconcileRuns.id))
    .limit(limit);
}

export async function findReconcileRun(
  db: Database,
  partnerId: string,
  runId: string,
): Promise<ReconcileRun | null> {
  const row = await db
    .select()
    .from(reconcileRuns)
    .where(and(eq(reconcileRuns.partnerId, partnerId), eq(reconcileRuns.id, runId)))
    .get();
  return row ?? null;
}

/** Writes beside a finding what repairing it did. In one statement, so that two clicks do not undo each other. */
export async function writeFindingOutcome(
  { $client: d1 }: Database,
  partnerId: string,
  runId: string,
  findingId: string,
  outcome: string,
): Promise<void> {
  const place = "(SELECT key FROM json_each(findings) WHERE value->>'id' = ?3 AND value->>'outcome' IS NULL)";
  await d1
    .prepare(
      `UPDATE reconcile_runs SET repaired = repaired + 1,
         findings = json_set(findings, '$[' || ${place} || '].outcome', ?4)
       WHERE partner_id = ?1 AND id = ?2 AND ${place} IS NOT NULL`,
    )
    .bind(partnerId, runId, findingId, outcome)
    .run();
}
