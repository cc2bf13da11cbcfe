import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { partnerMembers, partners } from "./schema";

/** That somebody works for a partner, as they see it themselves. */
export interface Membership {
  memberId: string;
  partnerId: string;
  partnerName: string;
  tier: (typeof partners.$inferSelect)["tier"];
  role: (typeof partnerMembers.$inferSelect)["role"];
  invitedAt: number | null;
}

const MOST = 50;

/** Every partner that an address works for: those it has come to before those that have only invited it, oldest first. */
export async function listMemberships(db: Database, email: string): Promise<Membership[]> {
  return db
    .select({
      memberId: partnerMembers.id,
      partnerId: partners.id,
      partnerName: partners.name,
      tier: partners.tier,
      role: partnerMembers.role,
      invitedAt: partnerMembers.invitedAt,
    })
    .from(partnerMembers)
    .innerJoin(partners, eq(partners.id, partnerMembers.partnerId))
    .where(eq(partnerMembers.email, email))
    .orderBy(
      sql`${partnerMembers.invitedAt} IS NOT NULL`,
      asc(partnerMembers.createdAt),
      asc(partnerMembers.id),
    )
    .limit(MOST);
}

/** A session at one partner becomes one at another. */
export interface SessionSwitch {
  /** The address that both members have. */
  email: string;
  from: { tokenHash: string };
  to: { tokenHash: string; id: string; expiresAt: number };
  auditIds: { ended: string; started: string };
  now: number;
}

/**
 * Ends a session and begins one of the member who has the same address at this partner, in one transaction with a line
 * in the log of each. False when nobody there has the address, or when the session has ended meanwhile. Previews that
 * were opened from the old session end with it.
 */
export async function switchSession(
  { $client: d1 }: Database,
  partnerId: string,
  { email, from, to, auditIds, now }: SessionSwitch,
): Promise<boolean> {
  const [started] = await d1.batch([
    d1.prepare(START).bind(partnerId, email, from.tokenHash, to.tokenHash, to.id, to.expiresAt, now),
    d1.prepare(LOG_START).bind(partnerId, to.tokenHash, auditIds.started, now),
    d1.prepare(LOG_END).bind(from.tokenHash, to.tokenHash, auditIds.ended, now),
    d1.prepare(TAKE_UP).bind(partnerId, to.tokenHash),
    d1.prepare(END).bind(from.tokenHash, to.tokenHash),
  ]);
  return started?.meta.changes === 1;
}

// It began when the person proved their address, and not now: changing to and fro makes no session live longer.
const START = `
  INSERT INTO sessions (token_hash, realm, subject_id, created_at, expires_at, id, last_seen_at, user_agent)
  SELECT ?4, old.realm, member.id, old.created_at, ?6, ?5, ?7, old.user_agent
  FROM partner_members AS member JOIN sessions AS old ON old.token_hash = ?3 AND old.realm = 'platform'
  WHERE member.partner_id = ?1 AND member.email = ?2`;

const LOG_START = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, at)
  SELECT ?3, ?1, 'member', subject_id, 'session.started', id, ?4 FROM sessions WHERE token_hash = ?2`;

const LOG_END = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, at)
  SELECT ?3, member.partner_id, 'member', member.id, 'session.ended', old.id, ?4
  FROM sessions AS old JOIN partner_members AS member ON member.id = old.subject_id
  WHERE old.token_hash = ?1 AND EXISTS (SELECT 1 FROM sessions WHERE token_hash = ?2)`;

const TAKE_UP = `
  UPDATE partner_members SET invited_at = NULL
  WHERE partner_id = ?1 AND id = (SELECT subject_id FROM sessions WHERE token_hash = ?2)`;

const END = `
  DELETE FROM sessions WHERE token_hash = ?1 AND EXISTS (SELECT 1 FROM sessions WHERE token_hash = ?2)`;
