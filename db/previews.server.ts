import type { Database } from "./client.server";

export interface PreviewTicket {
  id: string;
  ticketHash: string;
  portalId: string;
  customerId: string;
  memberId: string;
  /** The session in which the member asks; the preview ends with it. */
  openedFrom: string;
  now: number;
  expiresAt: number;
}

/** Writes a ticket to one preview. It is a session of a realm of its own, so that no page takes it for one. */
export async function insertPreviewTicket(
  { $client: d1 }: Database,
  partnerId: string,
  { id, ticketHash, portalId, customerId, memberId, openedFrom, now, expiresAt }: PreviewTicket,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO sessions (token_hash, realm, subject_id, created_at, expires_at, previewed_by, opened_from,
         id, last_seen_at)
       SELECT ?2, 'preview:' || portal.id, customer.id, ?7, ?8, ?5, ?6, ?9, ?7
       FROM customers AS customer JOIN portals AS portal ON portal.partner_id = customer.partner_id
       WHERE customer.partner_id = ?1 AND portal.id = ?3 AND customer.id = ?4`,
    )
    .bind(partnerId, ticketHash, portalId, customerId, memberId, openedFrom, now, expiresAt, id)
    .run();
}

export interface PreviewStart {
  id: string;
  ticketHash: string;
  tokenHash: string;
  portalId: string;
  auditId: string;
  now: number;
  expiresAt: number;
}

/**
 * Turns a ticket of this portal into a preview, once, and writes down who looks as whom. False when there is nothing
 * to turn: it is used, late, of another portal, or the member has signed out or the customer was blocked since.
 */
export async function startPreview(
  { $client: d1 }: Database,
  partnerId: string,
  { id, ticketHash, tokenHash, portalId, auditId, now, expiresAt }: PreviewStart,
): Promise<boolean> {
  const [started] = await d1.batch([
    d1.prepare(START).bind(partnerId, ticketHash, tokenHash, portalId, now, expiresAt, id),
    d1.prepare(AUDIT).bind(partnerId, auditId, tokenHash, portalId, now),
    d1
      .prepare("DELETE FROM sessions WHERE token_hash = ?1 AND realm = 'preview:' || ?2")
      .bind(ticketHash, portalId),
  ]);
  return started?.meta.changes === 1;
}

const START = `
  INSERT INTO sessions (token_hash, realm, subject_id, created_at, expires_at, previewed_by, opened_from, id,
    last_seen_at)
  SELECT ?3, 'portal:' || ?4, customer.id, ?5, min(?6, opener.expires_at), ticket.previewed_by, opener.token_hash,
    ?7, ?5
  FROM sessions AS ticket
    JOIN sessions AS opener ON opener.token_hash = ticket.opened_from
    JOIN customers AS customer ON customer.id = ticket.subject_id
  WHERE ticket.token_hash = ?2 AND ticket.realm = 'preview:' || ?4 AND ticket.expires_at > ?5
    AND opener.expires_at > ?5 AND customer.partner_id = ?1 AND customer.portal_access IN ('invited', 'active')`;

const AUDIT = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
  SELECT ?2, ?1, 'member', previewed_by, 'customer.previewed', subject_id,
    json_object('portalId', ?4, 'until', expires_at), ?5
  FROM sessions WHERE token_hash = ?3 AND realm = 'portal:' || ?4`;

/** A customer as whom a partner's portal can be looked at, one who has signed in before one who was invited, or null. */
export async function findCustomerToPreview(
  { $client: d1 }: Database,
  partnerId: string,
): Promise<string | null> {
  return d1.prepare(CUSTOMER_TO_PREVIEW).bind(partnerId).first<string>("id");
}

// In the order and the words of the index, so that it is one row.
const CUSTOMER_TO_PREVIEW = `
  SELECT id FROM customers WHERE partner_id = ? AND portal_access IN ('invited', 'active')
  ORDER BY portal_access LIMIT 1`;
