import type { Database } from "./client.server";
import { auditLog } from "./schema";

/** Writes who changed what. The same id again writes nothing, for changes that are told more than once. */
export async function insertAuditOnce(
  db: Database,
  partnerId: string,
  row: Omit<typeof auditLog.$inferInsert, "partnerId">,
): Promise<void> {
  await db
    .insert(auditLog)
    .values({ ...row, partnerId })
    .onConflictDoNothing({ target: auditLog.id });
}
