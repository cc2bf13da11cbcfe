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

/** A page of the log, and the row at which the next one begins. */
export interface AuditPage {
  entries: AuditEntry[];
  next: AuditEntry | null;
}

/**
 * A page of a partner's audit log, newest first, as far as it was asked for. It costs its rows and one: each question has
 * its index, and so do group and actor together. Asked about one object and more, a page is so many of that object's
 * rows, and shows those of them that are meant: it may show fewer, even none, where there is a next one.
 */
export async function readAuditPage(
  { $client: d1 }: Database,
  partnerId: string,
  question: AuditQuestion,
  size: number,
): Promise<AuditPage> {
  const { objectId, from } = question;
  const asked: Condition[] = [
    ["partner_id = ?", partnerId],
    ...(objectId ? [["object_id = ?", objectId] as const] : conditionsOf(question)),
  ];
  if (from) asked.push(["(at, id) <= (?, ?)", from.at, from.id]);
  const sql = `SELECT id, actor_type AS actorType, actor_id AS actorId, actor_name AS actorName, action,
      object_id AS objectId, before, after, at
    FROM audit_log WHERE ${asked.map(([condition]) => condition).join(" AND ")}
    ORDER BY at DESC, id DESC LIMIT ?`;
  const values = asked.flatMap(([, ...bound]) => bound);
  const { results } = await d1
    .prepare(sql)
    .bind(...values, size + 1)
    .all<AuditEntry>();
  const entries = results.slice(0, size);
  return {
    entries: objectId ? entries.filter((entry) => isAskedFor(entry, question)) : entries,
    next: results[size] ?? null,
  };
}

type Condition = readonly [condition: string, ...values: (string | number)[]];

/** Word for word what the indexes are made of. */
function conditionsOf({ group, actorId, actorType }: AuditQuestion): Condition[] {
  const asked: Condition[] = [];
  if (group) asked.push(["substr(action, 1, instr(action, '.') - 1) = ?", group]);
  if (actorId) asked.push(["actor_id = ?", actorId]);
  if (actorType) asked.push(["actor_type = ? AND actor_type <> 'member'", actorType]);
  return asked;
}

const isAskedFor = (entry: AuditEntry, { group, actorId, actorType }: AuditQuestion): boolean =>
  (!group || entry.action.startsWith(`${group}.`)) &&
  (!actorId || entry.actorId === actorId) &&
  (!actorType || entry.actorType === actorType);
