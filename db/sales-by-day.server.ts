import { ofToldAndKnown, TOLD } from "./told-purchases";

/** What one row of purchases counts for on its day. */
const counts = (row: string, sign: 1 | -1) => `
  ${row}.partner_id, date(${row}.credited_at / 1000, 'unixepoch') AS day, ${row}.currency, ${row}.plan_id,
  ${sign} AS sold,
  ${sign} * (${row}.refunded_minor + ${row}.disputed_minor >= coalesce(${row}.paid_minor, ${row}.price_minor)) AS returned,
  ${sign} * ${row}.credits_micros AS credits_micros,
  ${sign} * coalesce(${row}.paid_minor, ${row}.price_minor) AS gross_minor,
  ${sign} * ${row}.refunded_minor AS refunded_minor,
  ${sign} * ${row}.disputed_minor AS disputed_minor,
  ${sign} * ${row}.platform_fee_minor AS platform_fee_minor`;

const into = (differences: string) => `
  INSERT INTO sales_by_day (partner_id, day, currency, plan_id, sold, returned, credits_micros, gross_minor,
    refunded_minor, disputed_minor, platform_fee_minor)
  SELECT partner_id, day, currency, plan_id, sum(sold), sum(returned), sum(credits_micros), sum(gross_minor),
    sum(refunded_minor), sum(disputed_minor), sum(platform_fee_minor)
  FROM (${differences})
  GROUP BY partner_id, day, currency, plan_id
  ON CONFLICT (partner_id, day, currency, plan_id) DO UPDATE SET sold = sold + excluded.sold,
    returned = returned + excluded.returned, credits_micros = credits_micros + excluded.credits_micros,
    gross_minor = gross_minor + excluded.gross_minor, refunded_minor = refunded_minor + excluded.refunded_minor,
    disputed_minor = disputed_minor + excluded.disputed_minor,
    platform_fee_minor = platform_fee_minor + excluded.platform_fee_minor`;

/**
 * Adds what a wallet tells of its purchases, and takes away what was counted of them before. Runs in the same
 * transaction as the copy and before it; a copy that is not newer counts for nothing, so it may run twice.
 */
export const ADD_TO_SALES = `WITH ${TOLD} ${into(ofToldAndKnown(counts))}`;

/** Takes away all that a customer's purchases count for, before their copies are made anew. */
export const TAKE_FROM_SALES = into(`
  SELECT ${counts("known", -1)} FROM purchases AS known
  WHERE known.partner_id = ?1 AND known.customer_id = ?2 AND known.credited_at IS NOT NULL`);
