import type { Database } from "./client.server";
import { type EmailToQueue, emailStatement } from "./emails.server";
import type { PartnerMember } from "./partners.server";

/** Who changes the team, and when. */
export interface MemberAudit {
  id: string;
  actorId: string;
  at: number;
}

/** Adds somebody who is invited, with the message that says so. False when the address is of a member already. */
export async function insertInvited(
  db: Database,
  partnerId: string,
  { id, email, name, role }: Pick<PartnerMember, "id" | "email" | "name" | "role">,
  message: EmailToQueue,
  audit: MemberAudit,
): Promise<boolean> {
  const { $client: d1 } = db;
  const after = JSON.stringify({ email, name, role });
  try {
    await d1.batch([
      d1.prepare(INSERT_INVITED).bind(id, partnerId, email, name, role, audit.at),
      d1.prepare(LOG_INVITED).bind(audit.id, partnerId, audit.actorId, id, after, audit.at),
      emailStatement(db, partnerId, message),
    ]);
    return true;
  } catch (error) {
    if (/UNIQUE constraint failed: partner_members/.test(String(error))) return false;
    throw error;
  }
}

const INSERT_INVITED = `
  INSERT INTO partner_members (id, partner_id, email, name, role, created_at, invited_at)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)`;

const LOG_INVITED = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
  VALUES (?1, ?2, 'member', ?3, 'member.invited', ?4, ?5, ?6)`;

/** Invites once more whoever has not come. `seen` is the last invitation that the page showed: a double click is one. */
export async function inviteAgain(
  db: Database,
  partnerId: string,
  memberId: string,
  seen: number,
  message: EmailToQueue,
  audit: MemberAudit,
): Promise<boolean> {
  const { $client: d1 } = db;
  const [audited] = await d1.batch([
    logFirst(d1, partnerId, memberId, audit, {
      action: "'member.invited_again'",
      before: "NULL",
      after: "NULL",
      allowed: "invited_at = ?6",
      values: [seen],
    }),
    d1
      .prepare(`UPDATE partner_members SET invited_at = ?4 ${THE_MEMBER}`)
      .bind(partnerId, memberId, audit.id, audit.at),
    emailStatement(db, partnerId, message),
  ]);
  return audited?.results.length === 1;
}

/** Makes a member an owner, or an owner a member. False when nothing changes, or when no owner would be left. */
export async function writeRole(
  { $client: d1 }: Database,
  partnerId: string,
  memberId: string,
  role: PartnerMember["role"],
  audit: MemberAudit,
): Promise<boolean> {
  const [audited] = await d1.batch([
    logFirst(d1, partnerId, memberId, audit, {
      action: "'member.role_changed'",
      before: "json_object('role', role)",
      after: "json_object('role', ?6)",
      allowed: `role <> ?6 AND (?6 = 'owner' OR ${LEAVES_AN_OWNER})`,
      values: [role],
    }),
    d1
      .prepare(`UPDATE partner_members SET role = ?4 ${THE_MEMBER}`)
      .bind(partnerId, memberId, audit.id, role),
  ]);
  return audited?.results.length === 1;
}

/** Takes a member off the team, and ends their sessions with it. False when no owner would be left. */
export async function deleteMember(
  { $client: d1 }: Database,
  partnerId: string,
  memberId: string,
  audit: MemberAudit,
): Promise<boolean> {
  const [audited] = await d1.batch([
    logFirst(d1, partnerId, memberId, audit, {
      action: "iif(invited_at IS NULL, 'member.removed', 'member.invitation_revoked')",
      before: "json_object('email', email, 'name', name, 'role', role)",
      after: "NULL",
      allowed: LEAVES_AN_OWNER,
      values: [],
    }),
    // Their own sessions, and those in which they look at a portal as a customer.
    d1.prepare(END_SESSIONS).bind(partnerId, memberId, audit.id),
    d1.prepare(`DELETE FROM partner_members ${THE_MEMBER}`).bind(partnerId, memberId, audit.id),
  ]);
  return audited?.results.length === 1;
}

/** Somebody who was invited has signed in, and so has come. */
export async function takeUpInvitation(
  { $client: d1 }: Database,
  partnerId: string,
  memberId: string,
): Promise<void> {
  await d1
    .prepare("UPDATE partner_members SET invited_at = NULL WHERE partner_id = ? AND id = ?")
    .bind(partnerId, memberId)
    .run();
}

interface Change {
  /** SQL of what the log says, so that it says what was there and not what a request had read. */
  action: string;
  before: string;
  after: string;
  allowed: string;
  values: (string | number)[];
}

/** The audit row is written first, and only if the change may be made; what follows in the batch asks for this row. */
function logFirst(
  d1: D1Database,
  partnerId: string,
  memberId: string,
  { id, actorId, at }: MemberAudit,
  { action, before, after, allowed, values }: Change,
) {
  const sql = `
    INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, after, at)
    SELECT ?3, partner_id, 'member', ?4, ${action}, id, ${before}, ${after}, ?5 FROM partner_members
    WHERE partner_id = ?1 AND id = ?2 AND ${allowed}
    RETURNING id`;
  return d1.prepare(sql).bind(partnerId, memberId, id, actorId, at, ...values);
}

const LOGGED = "EXISTS (SELECT 1 FROM audit_log WHERE id = ?3)";
const THE_MEMBER = `WHERE partner_id = ?1 AND id = ?2 AND ${LOGGED}`;

const END_SESSIONS = `
  DELETE FROM sessions WHERE ((realm = 'platform' AND subject_id = ?2) OR previewed_by = ?2) AND ${LOGGED}
    AND EXISTS (SELECT 1 FROM partner_members WHERE partner_id = ?1 AND id = ?2)`;

// Whoever has not come yet is no owner to leave a partner to.
const LEAVES_AN_OWNER = `(role <> 'owner' OR invited_at IS NOT NULL OR EXISTS (
  SELECT 1 FROM partner_members AS other WHERE other.partner_id = ?1 AND other.id <> ?2
    AND other.role = 'owner' AND other.invited_at IS NULL))`;
