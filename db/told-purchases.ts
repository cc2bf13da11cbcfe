/**
 * How sums over purchases follow what wallets tell: by the difference between the row that is told and the one that is
 * known, so that no sum ever reads all of the rows that it is over.
 */

/** The purchases that a wallet tells, from JSON, with the columns that are summed and the names that they have in D1. */
export const TOLD = `
  told AS (
    SELECT value->>'id' AS id, value->>'partnerId' AS partner_id, value->>'customerId' AS customer_id,
      value->>'planId' AS plan_id, value->>'currency' AS currency, value->>'creditedAt' AS credited_at,
      value->>'creditsMicros' AS credits_micros, value->>'priceMinor' AS price_minor,
      value->>'paidMinor' AS paid_minor, value->>'refundedMinor' AS refunded_minor,
      value->>'disputedMinor' AS disputed_minor, value->>'platformFeeMinor' AS platform_fee_minor,
      value->>'revision' AS revision
    FROM json_each(?)
  )`;

/** What the told rows count for, and what the known ones did, taken away. One that is not newer counts for nothing. */
export const ofToldAndKnown = (counts: (row: "told" | "known", sign: 1 | -1) => string): string => `
  SELECT ${counts("told", 1)} FROM told LEFT JOIN purchases AS known ON known.id = told.id
  WHERE told.credited_at IS NOT NULL AND told.revision > coalesce(known.revision, 0)
  UNION ALL
  SELECT ${counts("known", -1)} FROM told JOIN purchases AS known ON known.id = told.id
  WHERE known.credited_at IS NOT NULL AND told.revision > known.revision`;
