import type { EmailKind } from "./emails.server";

/** What a wallet's changes queue, in the transaction in which they are copied. */

export interface CalledForEmail {
  id: string;
  partnerId: string;
  customerId: string;
  kind: EmailKind;
  subjectId: string;
  details: Record<string, unknown>;
  /** Whether the kind goes out where the partner has not switched it. */
  isOn: boolean;
  createdAt: number;
}

/** A balance that was at `fromMicros` and is at `balanceMicros` now. */
export interface BalanceFall extends CalledForEmail {
  fromMicros: number;
  balanceMicros: number;
  /** The line that matters; null for the one that the partner drew for this customer. */
  lineMicros: number | null;
}

const COLUMNS = `(id, partner_id, customer_id, kind, subject_id, details, next_attempt_at, created_at)
  SELECT value->>'id', value->>'partnerId', value->>'customerId', value->>'kind', value->>'subjectId',
    value->'details', value->>'createdAt', value->>'createdAt'`;

const IS_ON = `coalesce((SELECT switched.is_on FROM email_switches switched
  WHERE switched.partner_id = value->>'partnerId' AND switched.kind = value->>'kind'), value->>'isOn')`;

const ONCE = "ON CONFLICT (kind, subject_id) DO NOTHING";

export const QUEUE_EMAILS = `INSERT INTO emails ${COLUMNS} FROM json_each(?) WHERE ${IS_ON} ${ONCE}`;

const LINE = "coalesce(value->>'lineMicros', customers.low_threshold_micros)";

/**
 * Tells of a balance that came from above a line to it or below, and for a day of no other such fall: a balance that
 * goes up and down around the line is one message.
 */
export const QUEUE_ALERT = `INSERT INTO emails ${COLUMNS}
  FROM json_each(?) JOIN customers
    ON customers.id = value->>'customerId' AND customers.partner_id = value->>'partnerId'
  WHERE customers.ai_credits_enabled = 1 AND customers.low_alert_enabled = 1
    AND value->>'fromMicros' > ${LINE} AND value->>'balanceMicros' <= ${LINE} AND ${IS_ON}
    AND NOT EXISTS (SELECT 1 FROM emails earlier WHERE earlier.customer_id = customers.id
      AND earlier.kind = value->>'kind' AND earlier.created_at > value->>'createdAt' - ${24 * 60 * 60 * 1_000})
  ${ONCE}`;
