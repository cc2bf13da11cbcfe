import type { Database } from "./client.server";
import { takenField } from "./customer-changes.server";
import type { Customer, Partner } from "./portals.server";

export interface NewCustomer extends Pick<Customer, "id" | "name" | "email" | "company" | "externalId"> {
  /** The id of the invitation that goes out with it, or null for none. */
  emailId: string | null;
}

interface Insertion {
  actorId: string;
  at: number;
  /** The tier that the partner has to be on still, and how many customers it allows; null is no limit. */
  tier: Partner["tier"];
  customerLimit: number | null;
}

export type InsertResult =
  | { outcome: "inserted" }
  /** They are there already, from the same form. */
  | { outcome: "repeated" }
  | { outcome: "no_room" }
  /** Another customer has an address or an external id of these. */
  | { outcome: "taken"; field: "email" | "externalId" };

const ROWS_A_STATEMENT = 200;

/** Makes all of these customers, each with its audit row and invitation, or none of them. */
export async function insertCustomers(
  { $client: d1 }: Database,
  partnerId: string,
  rows: readonly NewCustomer[],
  { actorId, at, tier, customerLimit }: Insertion,
): Promise<InsertResult> {
  if (customerLimit !== null && rows.length > customerLimit) return { outcome: "no_room" };
  const pages = pagesOf(rows);
  const statements = pages.flatMap((page) => {
    const json = JSON.stringify(page);
    return [
      d1.prepare(INSERT_CUSTOMERS).bind(partnerId, json, at, tier, customerLimit, page.length),
      d1.prepare(AUDIT_CUSTOMERS).bind(partnerId, json, at, actorId),
      d1.prepare(INVITE_CUSTOMERS).bind(partnerId, json, at),
    ];
  });
  try {
    const [first] = await d1.batch<{ id: string }>(statements);
    if (first?.results.length) return { outcome: "inserted" };
  } catch (error) {
    const field = takenField(error);
    if (!field) throw error;
    return { outcome: "taken", field };
  }
  const isThere = await d1
    .prepare("SELECT 1 FROM customers WHERE partner_id = ? AND id = ?")
    .bind(partnerId, rows[0]?.id ?? "")
    .first();
  return { outcome: isThere ? "repeated" : "no_room" };
}

function pagesOf(rows: readonly NewCustomer[]): NewCustomer[][] {
  const pages: NewCustomer[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    pages.push(rows.slice(at, at + ROWS_A_STATEMENT));
  return pages;
}

// Where there is a limit there is one page, so the room is asked for all of them at once.
const INSERT_CUSTOMERS = `
  INSERT INTO customers (id, partner_id, email, name, company, external_id, portal_access, invited_at, created_at)
  SELECT value->>'id', partners.id, value->>'email', value->>'name', value->>'company', value->>'externalId',
    iif(value->>'emailId' IS NULL, 'none', 'invited'), iif(value->>'emailId' IS NULL, NULL, ?3), ?3
  FROM partners, json_each(?2)
  WHERE partners.id = ?1 AND partners.tier = ?4
    AND (?5 IS NULL OR ?5 >= ?6 + (SELECT count(*) FROM (SELECT 1 FROM customers WHERE partner_id = ?1 LIMIT ?5)))
  ON CONFLICT (id) DO NOTHING
  RETURNING id`;

// A cross join, so that each row of the form finds its customer, and not each customer its row.
const AUDIT_CUSTOMERS = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
  SELECT 'audit_created_' || customers.id, ?1, 'member', ?4, 'customer.created', customers.id,
    json_object('email', email, 'name', name, 'company', company, 'externalId', external_id, 'portalAccess', portal_access), ?3
  FROM json_each(?2) CROSS JOIN customers ON customers.id = value->>'id' AND customers.partner_id = ?1
  WHERE true ON CONFLICT (id) DO NOTHING`;

const INVITE_CUSTOMERS = `
  INSERT INTO emails (id, partner_id, customer_id, kind, subject_id, next_attempt_at, created_at)
  SELECT value->>'emailId', ?1, customers.id, 'invitation', customers.id, ?3, ?3
  FROM json_each(?2) CROSS JOIN customers ON customers.id = value->>'id' AND customers.partner_id = ?1
  WHERE value->>'emailId' IS NOT NULL ON CONFLICT (kind, subject_id) DO NOTHING`;

/** Which of these addresses and external ids customers of the partner have already. */
export async function findTaken(
  { $client: d1 }: Database,
  partnerId: string,
  emails: readonly string[],
  externalIds: readonly string[],
): Promise<{ emails: Set<string>; externalIds: Set<string> }> {
  const among = (column: "email" | "external_id", values: readonly string[]) =>
    d1
      .prepare(
        `SELECT ${column} AS value FROM customers
         WHERE partner_id = ? AND ${column} IN (SELECT value FROM json_each(?))`,
      )
      .bind(partnerId, JSON.stringify(values));
  const [byEmail, byId] = await d1.batch<{ value: string }>([
    among("email", emails),
    among("external_id", externalIds),
  ]);
  const setOf = (found: { results: { value: string }[] } | undefined) =>
    new Set(found?.results.map(({ value }) => value));
  return { emails: setOf(byEmail), externalIds: setOf(byId) };
}

/** Whether a partner with at most so many customers has room for another. */
export async function hasRoom(
  { $client: d1 }: Database,
  partnerId: string,
  customerLimit: number,
): Promise<boolean> {
  const { results } = await d1
    .prepare("SELECT 1 FROM customers WHERE partner_id = ? LIMIT ?")
    .bind(partnerId, customerLimit)
    .all();
  return results.length < customerLimit;
}
