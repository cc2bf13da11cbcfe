import type { Database } from "./client.server";
import type { PageStart } from "./page-start";

/** A row of the audit log, with the names of whoever did it where they are or were known. */
export interface AuditEntry {
  id: string;
  actorType: "member" | "customer" | "system";
  actorId: string;
  /** As it is now, or was last; null for the platform, and for whoever was never known. */
  actorName: string | null;
  action: string;
  objectId: string;
  before: string | null;
  after: string | null;
  at: number;
}

export interface AuditQuestion {
  /** What stands before the point of an action: "plan" of "plan.created". */
  group: string | null;
  actorId: string | null;
  /** Everybody of a kind that is not of the team. */
  actorType: Exclude<AuditEntry["actorType"], "member"> | null;
  objectId: string | null;
  from: PageStart | null;
}

/**
 * A partner's audit log, newest first, as far as it was asked for. Each question has its index, and so do group and actor
 * together; with an object it reads on, at most all that was done to this one.
 */
export async function listAudit(
  { $client: d1 }: Database,
  partnerId: string,
  { group, actorId, actorType, objectId, from }: AuditQuestion,
  limit: number,
): Promise<AuditEntry[]> {
  const asked: [condition: string, ...values: (string | number)[]][] = [["partner_id = ?", partnerId]];
  // Word for word what the indexes are made of.
  if (group) asked.push(["substr(action, 1, instr(action, '.') - 1) = ?", group]);
  if (actorId) asked.push(["actor_id = ?", actorId]);
  if (actorType) asked.push(["actor_type = ? AND actor_type <> 'member'", actorType]);
  if (objectId) asked.push(["object_id = ?", objectId]);
  if (from) asked.push(["(at, id) <= (?, ?)", from.at, from.id]);
  const sql = `SELECT id, actor_type AS actorType, actor_id AS actorId, actor_name AS actorName, action,
      object_id AS objectId, before, after, at
    FROM audit_log WHERE ${asked.map(([condition]) => condition).join(" AND ")}
    ORDER BY at DESC, id DESC LIMIT ?`;
  const values = asked.flatMap(([, ...bound]) => bound);
  const { results } = await d1
    .prepare(sql)
    .bind(...values, limit)
    .all<AuditEntry>();
  return results;
}
