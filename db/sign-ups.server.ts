import type { Database } from "./client.server";
import { findCustomerByEmail } from "./customers.server";
import type { Customer, Partner } from "./portals.server";

interface SignUp {
  customerId: string;
  auditId: string;
  email: string;
  name: string;
  at: number;
  /** The tier that the partner has to be on still, and how many customers it allows; null is no limit. */
  tier: Partner["tier"];
  customerLimit: number | null;
}

/**
 * Makes a customer of somebody who proved an address, if the partner lets anybody join and has room. Everything is
 * asked in the statement that writes: of two first sign-ins at once one makes the customer, and both get them.
 */
export async function insertSignUp(
  db: Database,
  partnerId: string,
  { customerId, auditId, email, name, at, tier, customerLimit }: SignUp,
): Promise<Customer | null> {
  const d1 = db.$client;
  await d1.batch([
    d1
      .prepare(
        `INSERT INTO customers (id, partner_id, email, name, portal_access, email_verified_at, created_at)
         SELECT ?1, partners.id, ?3, ?4, 'active', ?5, ?5
         FROM partners JOIN portals ON portals.partner_id = partners.id
         WHERE partners.id = ?2 AND portals.enabled = 1 AND portals.signups_allowed = 1
           AND partners.tier = ?6
           AND (?7 IS NULL OR ?7 > (SELECT count(*) FROM (SELECT 1 FROM customers WHERE partner_id = ?2 LIMIT ?7)))
         ON CONFLICT (partner_id, email) DO NOTHING`,
      )
      .bind(customerId, partnerId, email, name, at, tier, customerLimit),
    d1
      .prepare(
        `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
         SELECT ?1, partner_id, 'customer', id, 'customer.signed_up', id, json_object('email', email, 'name', name), ?2
         FROM customers WHERE id = ?3 AND partner_id = ?4`,
      )
      .bind(auditId, at, customerId, partnerId),
  ]);
  return findCustomerByEmail(db, partnerId, email);
}
