import type { Evidence, Row } from "./evidence";
import type { StoredAttempt, StoredEntry, StoredPurchase, WalletContents } from "./wallet-contents";

const FORM = "form_1";
const ENTRY = { actor: "system", note: "", at: 5 };

const PURCHASE: StoredPurchase = {
  purchase_id: "purchase_1",
  click_key: "plan_1:click_1",
  partner_id: "partner_1",
  customer_id: "customer_1",
  plan_id: "plan_1",
  plan_version: 1,
  credits_micros: 1_000_000,
  price_minor: 4_900,
  paid_minor: 4_900,
  payment_intent_id: "pi_1",
  currency: "usd",
  account_id: "acct_1",
  state: "credited",
  checkout_session_id: "cs_1",
  revision: 3,
};

const ENTRIES: StoredEntry[] = [
  {
    ...ENTRY,
    seq: 1,
    idempotency_key: "purchase:purchase_1",
    kind: "purchase",
    amount_micros: 1_000_000,
    balance_after_micros: 1_000_000,
    reference: "purchase_1",
  },
  {
    ...ENTRY,
    seq: 2,
    idempotency_key: "reversal:purchase_1:1",
    kind: "refund_clawback",
    amount_micros: -100_000,
    balance_after_micros: 900_000,
    reference: "purchase_1",
  },
  {
    ...ENTRY,
    seq: 3,
    idempotency_key: `adjustment:${FORM}`,
    kind: "manual_deduct",
    amount_micros: -400_000,
    balance_after_micros: 500_000,
    reference: FORM,
  },
];

const sampleCase = (): WalletContents["cases"][number] => ({
  purchaseId: "purchase_1",
  partnerId: "partner_1",
  customerId: "customer_1",
  policy: "available",
  dueMicros: 0,
  takenMicros: 100_000,
  keptMicros: 0,
  refunds: [{ refundId: "re_1", paymentIntentId: "pi_1", amountMinor: 490, status: "succeeded" }],
  disputes: [],
  decisions: [
    {
      number: 1,
      upToMicros: 100_000,
      takenMicros: 100_000,
      choice: "policy",
      formId: null,
      actor: "system",
      note: "",
      at: 5,
    },
  ],
  openedAt: 5,
  changedAt: 5,
  revision: 3,
});

const ATTEMPT: StoredAttempt = {
  attempt_id: "ch_1",
  purchase_id: "purchase_1",
  code: "generic_decline",
  decline_code: "generic_decline",
  message: "Your card was declined.",
  payment_intent_id: "pi_1",
  at: 4,
};

export const sampleWallet = (): WalletContents => ({
  owner: { partner_id: "partner_1", customer_id: "customer_1" },
  purchases: [{ ...PURCHASE }],
  attempts: [{ ...ATTEMPT }],
  entries: ENTRIES.map((entry) => ({ ...entry })),
  outbox: [],
  balanceMicros: 500_000,
  cases: [sampleCase()],
  broken: [],
  hasAlarm: false,
});

const mine = { partner_id: "partner_1", customer_id: "customer_1" };

const sampleDatabase = (): Evidence["database"] => ({
  purchases: [
    {
      ...mine,
      id: "purchase_1",
      plan_id: "plan_1",
      price_minor: 4_900,
      account_id: "acct_1",
      state: "credited",
      revision: 3,
    },
  ],
  purchase_attempts: [{ ...mine, ...ATTEMPT, id: ATTEMPT.attempt_id }],
  refund_cases: [
    { ...mine, purchase_id: "purchase_1", policy: "available", due_micros: 0, taken_micros: 100_000 },
  ],
  sales_by_day: [
    {
      plan_id: "plan_1",
      sold: 1,
      returned: 0,
      gross_minor: 4_900,
      refunded_minor: 490,
      disputed_minor: 0,
    },
  ],
  sales_by_customer: [
    { ...mine, currency: "usd", sold: 1, gross_minor: 4_900, refunded_minor: 490, disputed_minor: 0 },
  ],
  ledger_entries: ENTRIES.map((entry): Row => ({ ...mine, ...entry })),
  customer_balances: [{ ...mine, balance_micros: 500_000, last_seq: 3, updated_at: 5 }],
  audit_log: [
    {
      id: "audit_customer_1_3",
      action: "credits.adjusted",
      object_id: "customer_1",
      after: '{"amountMicros":-400000}',
    },
  ],
  emails: [{ ...mine, kind: "receipt", subject_id: "purchase_1", status: "sent" }],
  credit_plans: [
    { id: "plan_1", partner_id: "partner_1", version: 1, active: 1, popular: 1, deleted_at: null },
  ],
  credit_plan_versions: [{ plan_id: "plan_1", version: 1, credits: 1, price_minor: 4_900, currency: "usd" }],
});

/** One plan, one purchase that was paid and a tenth of it refunded, one deduction by hand: a world in which all is well. */
export const sampleEvidence = (): Evidence => ({
  wallets: new Map([["customer_1", sampleWallet()]]),
  database: sampleDatabase(),
  sellers: [
    { partnerId: "partner_1", accountId: "acct_1", customerIds: ["customer_1"], offeredPlanIds: ["plan_1"] },
  ],
  earlier: [{ wallets: new Map([["customer_1", sampleWallet()]]), database: sampleDatabase() }],
  sessions: [
    {
      id: "cs_1",
      object: "checkout.session",
      status: "complete",
      payment_status: "paid",
      payment_intent: "pi_1",
      amount_total: 4_900,
      currency: "usd",
      metadata: { purchase_id: "purchase_1", customer_id: "customer_1" },
    },
  ],
  refunds: [{ id: "re_1", object: "refund", status: "succeeded", payment_intent: "pi_1", amount: 490 }],
  disputes: [],
  secondComparisons: [{ error: null, findings: [] }],
  receiptsSent: 1,
  record: sampleRecord(),
});

const sampleRecord = (): Evidence["record"] => ({
  clicks: [
    {
      customerId: "customer_1",
      planId: "plan_1",
      clickId: "click_1",
      wasOnOffer: true,
      page: "https://stripe.test",
    },
  ],
  adjustments: [
    {
      customerId: "customer_1",
      formId: FORM,
      amountMicros: -400_000,
      answer: {
        outcome: "adjusted",
        balanceMicros: 500_000,
        entry: {
          seq: 3,
          idempotencyKey: `adjustment:${FORM}`,
          kind: "manual_deduct",
          amountMicros: -400_000,
          balanceAfterMicros: 500_000,
          reference: FORM,
          actor: "system",
          note: "",
          at: 5,
        },
      },
    },
  ],
  decisions: [],
  releases: [],
  policies: new Map([["partner_1", new Set(["available"] as const)]]),
  unansweredRebuilds: new Set(),
  confirmations: [{ purchaseId: "purchase_1", isKept: true }],
  disputedTerms: new Set(),
  surprises: [],
});
