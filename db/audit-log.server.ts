import type { Database } from "./client.server";

/** A row of the audit log, with the names of whoever did it where they are still known. */
export interface AuditEntry {
  id: string;
  actorType: "member" | "customer" | "system";
  actorId: string;
  /** Null for the platform, and for whoever is not there any more and whom no row of the log names. */
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
  /** Everybody of a kind. */
  actorType: AuditEntry["actorType"] | null;
  objectId: string | null;
  before: { at: number; id: string } | null;
}

/** A partner's audit log, newest first, as far as it was asked for. */
export async function listAudit(
  { $client: d1 }: Database,
  partnerId: string,
  { group, actorId, actorType, objectId, before }: AuditQuestion,
  limit: number,
): Promise<AuditEntry[]> {
  const asked: [condition: string, ...values: (string | number)[]][] = [["log.partner_id = ?", partnerId]];
  // Word for word what the index is made of.
  if (group) asked.push(["substr(log.action, 1, instr(log.action, '.') - 1) = ?", group]);
  if (actorId) asked.push(["log.actor_id = ?", actorId]);
  if (actorType) asked.push(["log.actor_type = ?", actorType]);
  if (objectId) asked.push(["log.object_id = ?", objectId]);
  if (before) asked.push(["(log.at, log.id) < (?, ?)", before.at, before.id]);
  const sql = `${SELECT} WHERE ${asked.map(([condition]) => condition).join(" AND ")}
    ORDER BY log.at DESC, log.id DESC LIMIT ?`;
  const values = asked.flatMap(([, ...bound]) => bound);
  const { results } = await d1
    .prepare(sql)
    .bind(...values, limit)
    .all<AuditEntry>();
  return results;
}

// Whoever is off the team is named by the row that took them off.
const SELECT = `
  SELECT log.id, log.actor_type AS actorType, log.actor_id AS actorId, log.action, log.object_id AS objectId,
    log.before, log.after, log.at,
    coalesce(nullif(member.name, ''), member.email, nullif(customer.name, ''), customer.email,
      (SELECT coalesce(nullif(gone.before->>'name', ''), gone.before->>'email') FROM audit_log AS gone
       WHERE gone.partner_id = log.partner_id AND gone.object_id = log.actor_id AND gone.action = 'member.removed'
       ORDER BY gone.at DESC LIMIT 1)) AS actorName
  FROM audit_log AS log
  LEFT JOIN partner_members AS member ON member.id = log.actor_id AND member.partner_id = log.partner_id
  LEFT JOIN customers AS customer ON customer.id = log.actor_id AND customer.partner_id = log.partner_id`;
