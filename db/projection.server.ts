import type { Database } from "./client.server";
import { type BalanceFall, type CalledForEmail, QUEUE_ALERT, QUEUE_EMAILS } from "./email-queue.server";
import { ADD_TO_CUSTOMER_SALES } from "./sales-by-customer.server";
import { ADD_TO_SALES } from "./sales-by-day.server";
import type { customerBalances, ledgerEntries, purchaseAttempts, purchases, refundCases } from "./schema";

export interface WalletCopy {
  purchases: (typeof purchases.$inferSelect)[];
  attempts: (typeof purchaseAttempts.$inferSelect)[];
  cases: (typeof refundCases.$inferSelect)[];
  entries: (typeof ledgerEntries.$inferSelect)[];
  balance: typeof customerBalances.$inferSelect | null;
  /** Messages that these changes call for. */
  emails: CalledForEmail[];
  /** The fall of the balance in these changes, when it fell. */
  fall: BalanceFall | null;
}

/** All that D1 has of one customer's wallet. */
export type CustomerCopies = Omit<WalletCopy, "emails" | "fall">;

/**
 * Writes what a wallet tells, in one transaction and with one statement a table: rows travel as JSON, because
 * D1 allows 100 bound parameters. Every statement may run twice, and an older copy never overwrites a newer one.
 * Answers how many messages were queued by it.
 */
export async function writeWalletCopy({ $client: d1 }: Database, copy: WalletCopy): Promise<number> {
  const statements: [sql: string, rows: object[]][] = [
    // First, while the rows still say what was counted before.
    [ADD_TO_SALES, copy.purchases],
    [ADD_TO_CUSTOMER_SALES, copy.purchases],
    [COPY_PURCHASES, copy.purchases],
    [COPY_ATTEMPTS, copy.attempts],
    [COPY_CASES, copy.cases],
    [COPY_ENTRIES, copy.entries],
    [LOG_ADJUSTMENTS, copy.entries.filter(({ kind }) => kind.startsWith("manual_"))],
    [COPY_BALANCE, copy.balance ? [copy.balance] : []],
    [QUEUE_EMAILS, copy.emails],
    [QUEUE_ALERT, copy.fall ? [copy.fall] : []],
  ];
  const needed = statements.filter(([, rows]) => rows.length > 0);
  if (needed.length === 0) return 0;
  const written = await d1.batch(needed.map(([sql, rows]) => d1.prepare(sql).bind(JSON.stringify(rows))));
  const queued = written.filter((_, index) => QUEUES.includes(needed[index]?.[0] ?? ""));
  return queued.reduce((sum, { meta }) => sum + meta.changes, 0);
}

const QUEUES = [QUEUE_EMAILS, QUEUE_ALERT];

const COPY_PURCHASES = `
  INSERT INTO purchases (id, partner_id, customer_id, plan_id, plan_version, plan_name, credits_micros,
    price_minor, currency, platform_fee_minor, state, account_id, livemode, checkout_session_id,
    payment_intent_id, paid_minor, refunded_minor, disputed_minor, failure_code, failure_message, opened_at,
    credited_at, revision)
  SELECT value->>'id', value->>'partnerId', value->>'customerId', value->>'planId', value->>'planVersion',
    value->>'planName', value->>'creditsMicros', value->>'priceMinor', value->>'currency',
    value->>'platformFeeMinor', value->>'state', value->>'accountId', value->>'livemode',
    value->>'checkoutSessionId', value->>'paymentIntentId', value->>'paidMinor', value->>'refundedMinor',
    value->>'disputedMinor', value->>'failureCode', value->>'failureMessage', value->>'openedAt',
    value->>'creditedAt', value->>'revision'
  FROM json_each(?) WHERE true
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, checkout_session_id = excluded.checkout_session_id,
    payment_intent_id = excluded.payment_intent_id, paid_minor = excluded.paid_minor,
    refunded_minor = excluded.refunded_minor, disputed_minor = excluded.disputed_minor,
    failure_code = excluded.failure_code, failure_message = excluded.failure_message, credited_at = excluded.credited_at, revision = excluded.revision
  WHERE excluded.revision > purchases.revision`;

const COPY_ATTEMPTS = `
  INSERT INTO purchase_attempts (customer_id, id, partner_id, purchase_id, code, decline_code, message,
    payment_intent_id, at)
  SELECT value->>'customerId', value->>'id', value->>'partnerId', value->>'purchaseId', value->>'code',
    value->>'declineCode', value->>'message', value->>'paymentIntentId', value->>'at'
  FROM json_each(?) WHERE true
  ON CONFLICT (customer_id, id) DO NOTHING`;

const COPY_CASES = `
  INSERT INTO refund_cases (purchase_id, partner_id, customer_id, policy, due_micros, taken_micros, kept_micros,
    refunds, disputes, decisions, opened_at, changed_at, revision)
  SELECT value->>'purchaseId', value->>'partnerId', value->>'customerId', value->>'policy', value->>'dueMicros',
    value->>'takenMicros', value->>'keptMicros', value->'refunds', value->'disputes', value->'decisions',
    value->>'openedAt', value->>'changedAt', value->>'revision'
  FROM json_each(?) WHERE true
  ON CONFLICT (purchase_id) DO UPDATE SET policy = excluded.policy, due_micros = excluded.due_micros,
    taken_micros = excluded.taken_micros, kept_micros = excluded.kept_micros, refunds = excluded.refunds,
    disputes = excluded.disputes, decisions = excluded.decisions, changed_at = excluded.changed_at,
    revision = excluded.revision
  WHERE excluded.revision > refund_cases.revision`;

const COPY_ENTRIES = `
  INSERT INTO ledger_entries (customer_id, seq, partner_id, kind, amount_micros, balance_after_micros,
    idempotency_key, reference, actor, note, at)
  SELECT value->>'customerId', value->>'seq', value->>'partnerId', value->>'kind', value->>'amountMicros',
    value->>'balanceAfterMicros', value->>'idempotencyKey', value->>'reference', value->>'actor',
    value->>'note', value->>'at'
  FROM json_each(?) WHERE true
  ON CONFLICT (customer_id, seq) DO NOTHING`;

// Who changed a balance by hand. Named by the entry: a form has one in each wallet, so no form can adjust two wallets and
// be written down once.
const LOG_ADJUSTMENTS = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, after, at)
  SELECT 'audit_' || (value->>'customerId') || '_' || (value->>'seq'), partners.id, 'member', value->>'actor',
    'credits.adjusted', value->>'customerId',
    json_object('balanceMicros', (value->>'balanceAfterMicros') - (value->>'amountMicros')),
    json_object('balanceMicros', value->>'balanceAfterMicros', 'amountMicros', value->>'amountMicros',
      'note', value->>'note'),
    value->>'at'
  FROM json_each(?) JOIN partners ON partners.id = value->>'partnerId' WHERE true
  ON CONFLICT (id) DO NOTHING`;

const COPY_BALANCE = `
  INSERT INTO customer_balances (customer_id, partner_id, balance_micros, last_seq, updated_at)
  SELECT value->>'customerId', value->>'partnerId', value->>'balanceMicros', value->>'lastSeq', value->>'updatedAt'
  FROM json_each(?) WHERE true
  ON CONFLICT (customer_id) DO UPDATE SET balance_micros = excluded.balance_micros,
    last_seq = excluded.last_seq, updated_at = excluded.updated_at
  WHERE excluded.last_seq > customer_balances.last_seq`;
