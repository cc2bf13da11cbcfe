import type { Database } from "./client.server";

interface Invitation {
  /** Names this invitation, so that a form that is sent twice is one. */
  id: string;
  emailId: string;
  actorId: string;
  at: number;
}

/**
 * Invites a customer into the portal, for the first time or again, with its audit row and its message in one
 * transaction. False says that nothing was written: the form was sent before, or the customer is active or blocked.
 */
export async function insertInvitation(
  { $client: d1 }: Database,
  partnerId: string,
  customerId: string,
  { id, emailId, actorId, at }: Invitation,
): Promise<boolean> {
  const auditId = `audit_${id}`;
  const [audited] = await d1.batch<{ id: string }>([
    d1
      .prepare(
        `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, after, at)
         SELECT ?3, partner_id, 'member', ?4, 'customer.invited', id, json_object('portalAccess', portal_access),
           json_object('portalAccess', 'invited'), ?5
         FROM customers WHERE partner_id = ?1 AND id = ?2 AND portal_access IN ('none', 'invited')
         ON CONFLICT (id) DO NOTHING RETURNING id`,
      )
      .bind(partnerId, customerId, auditId, actorId, at),
    d1
      .prepare(
        `UPDATE customers SET portal_access = 'invited', invited_at = ?4
         WHERE partner_id = ?1 AND id = ?2 AND portal_access IN ('none', 'invited')
           AND EXISTS (SELECT 1 FROM audit_log WHERE id = ?3 AND partner_id = ?1 AND object_id = ?2 AND at = ?4)`,
      )
      .bind(partnerId, customerId, auditId, at),
    d1
      .prepare(
        `INSERT INTO emails (id, partner_id, customer_id, kind, subject_id, next_attempt_at, created_at)
         SELECT ?4, partner_id, object_id, 'invitation', ?5, ?6, ?6 FROM audit_log
         WHERE id = ?3 AND partner_id = ?1 AND object_id = ?2
         ON CONFLICT (kind, subject_id) DO NOTHING`,
      )
      .bind(partnerId, customerId, auditId, emailId, id, at),
  ]);
  return audited?.results.length === 1;
}
