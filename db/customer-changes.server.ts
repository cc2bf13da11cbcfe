import type { Database } from "./client.server";
import type { Customer } from "./portals.server";

/** Who changes a customer, when, and what the audit log calls it. */
export interface CustomerAudit {
  id: string;
  actorId: string;
  action: string;
  at: number;
}

const COLUMNS = {
  name: "name",
  email: "email",
  company: "company",
  externalId: "external_id",
  portalAccess: "portal_access",
  aiCreditsEnabled: "ai_credits_enabled",
  creditsPerMinuteMicros: "credits_per_minute_micros",
  graceSeconds: "grace_seconds",
  lowThresholdMicros: "low_threshold_micros",
  lowAlertEnabled: "low_alert_enabled",
  purchasesBlocked: "purchases_blocked",
  purchasesBlockedReason: "purchases_blocked_reason",
} as const;

const FLAGS: readonly Column[] = ["aiCreditsEnabled", "lowAlertEnabled", "purchasesBlocked"];

type Column = keyof typeof COLUMNS;
export type CustomerChange = Partial<Pick<Customer, Column>>;

export type ChangeResult =
  /** `unchanged`: the customer stood so already, or was changed since they were read; nothing was written. */
  | { outcome: "changed" | "unchanged" }
  /** Another customer of this partner has it. */
  | { outcome: "taken"; field: "email" | "externalId" };

/**
 * Changes a customer and writes down what was there before, in one transaction. The address of a customer who has
 * signed in stays as it is, and so does an access that is no longer `seenAccess`.
 */
export async function changeCustomer(
  { $client: d1 }: Database,
  partnerId: string,
  customerId: string,
  change: CustomerChange,
  audit: CustomerAudit,
  seenAccess: Customer["portalAccess"] | null = null,
): Promise<ChangeResult> {
  const columns = Object.keys(change) as Column[];
  const values = columns.map((column) => storedValue(change[column] ?? null));
  const bound = [
    partnerId,
    customerId,
    audit.id,
    audit.actorId,
    audit.action,
    JSON.stringify(change),
    audit.at,
  ];
  const all = [...bound, seenAccess, ...values];
  const statements = [
    d1.prepare(auditFirst(columns)).bind(...all),
    d1.prepare(writeChange(columns)).bind(...all),
  ];
  // Whoever is blocked is signed out in the same transaction, and so is whoever looks as them.
  if (change.portalAccess === "blocked")
    statements.push(d1.prepare(END_SESSIONS).bind(partnerId, customerId));
  try {
    const [audited] = await d1.batch(statements);
    return { outcome: audited?.results.length === 1 ? "changed" : "unchanged" };
  } catch (error) {
    const field = takenField(error);
    if (field) return { outcome: "taken", field };
    throw error;
  }
}

const storedValue = (value: string | number | boolean | null) =>
  typeof value === "boolean" ? Number(value) : value;

/** The values of a change are bound from here on. */
const FIRST_VALUE = 9;
const parameter = (index: number) => `?${FIRST_VALUE + index}`;

/** The audit row is written first and only if something changes; the change then asks for this row. */
const auditFirst = (columns: Column[]) => `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, after, at)
  SELECT ?3, partner_id, 'member', ?4, ?5, id, json_object(${columns.map(jsonPair).join(", ")}), ?6, ?7
  FROM customers
  WHERE partner_id = ?1 AND id = ?2 AND (?8 IS NULL OR portal_access = ?8)
    AND (${columns.map((column, index) => `${COLUMNS[column]} IS NOT ${parameter(index)}`).join(" OR ")})
    ${columns.includes("email") ? `AND (email_verified_at IS NULL OR email = ${parameter(columns.indexOf("email"))})` : ""}
  RETURNING id`;

const writeChange = (columns: Column[]) => `
  UPDATE customers SET ${columns.map((column, index) => `${COLUMNS[column]} = ${parameter(index)}`).join(", ")}
  WHERE partner_id = ?1 AND id = ?2 AND EXISTS (SELECT 1 FROM audit_log WHERE id = ?3)`;

const jsonPair = (column: Column) =>
  `'${column}', ${FLAGS.includes(column) ? `json(iif(${COLUMNS[column]}, 'true', 'false'))` : COLUMNS[column]}`;

// Both realms that name a portal: where the customer is signed in, and where a look as them waits for its button.
const END_SESSIONS = `
  DELETE FROM sessions WHERE subject_id = ?2 AND realm IN (
    SELECT 'portal:' || id FROM portals WHERE partner_id = ?1
    UNION ALL SELECT 'preview:' || id FROM portals WHERE partner_id = ?1)`;

/** What of a customer another one has already, where that is why a batch failed. */
export function takenField(error: unknown): "email" | "externalId" | null {
  const message = error instanceof Error ? error.message : "";
  if (!message.includes("UNIQUE constraint failed")) return null;
  if (message.includes("customers.external_id")) return "externalId";
  return message.includes("customers.email") ? "email" : null;
}
