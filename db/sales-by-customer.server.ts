import { ofToldAndKnown, TOLD } from "./told-purchases";

/** What one row of purchases counts for with its customer. */
const counts = (row: string, sign: 1 | -1) => `
  ${row}.partner_id, ${row}.customer_id, ${row}.currency,
  ${sign} AS sold,
  ${sign} * coalesce(${row}.paid_minor, ${row}.price_minor) AS gross_minor,
  ${sign} * ${row}.refunded_minor AS refunded_minor,
  ${sign} * ${row}.disputed_minor AS disputed_minor`;

/** The same as for the sales of a day, in the same transaction: before the copy, and it may run twice. */
export const ADD_TO_CUSTOMER_SALES = `
  WITH ${TOLD}
  INSERT INTO sales_by_customer (partner_id, customer_id, currency, sold, gross_minor, refunded_minor, disputed_minor)
  SELECT partner_id, customer_id, currency, sum(sold), sum(gross_minor), sum(refunded_minor), sum(disputed_minor)
  FROM (${ofToldAndKnown(counts)})
  GROUP BY partner_id, customer_id, currency
  ON CONFLICT (partner_id, customer_id, currency) DO UPDATE SET sold = sold + excluded.sold,
    gross_minor = gross_minor + excluded.gross_minor, refunded_minor = refunded_minor + excluded.refunded_minor,
    disputed_minor = disputed_minor + excluded.disputed_minor`;

/** Of one customer there is nothing beside what that customer's own purchases count for. */
export const FORGET_CUSTOMER_SALES = "DELETE FROM sales_by_customer WHERE partner_id = ? AND customer_id = ?";
