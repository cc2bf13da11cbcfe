import { expect, test } from "vitest";
import type { Finding } from "../../app/reconcile/finding";
import { check, INVARIANTS } from "./check";
import type { Evidence } from "./evidence";
import { sampleEvidence } from "./sample-evidence";
import type { WalletContents } from "./wallet-contents";

const inWallet = (change: (wallet: WalletContents) => unknown) => (evidence: Evidence) =>
  change(evidence.wallets.get("customer_1")!);

const FORGOTTEN = "form_forgotten";

const LATE_FINDING: Finding = {
  kind: "reversal_not_recorded",
  id: "re_1",
  paymentIntentId: "pi_1",
  amountMinor: 490,
  currency: "usd",
  purchaseId: "purchase_1",
  customerId: "customer_1",
  agreed: null,
  outcome: null,
};

const BREAKAGES: { invariant: string; break: (evidence: Evidence) => void }[] = [
  { invariant: "I0", break: ({ record }) => record.surprises.push("InvariantViolation") },
  { invariant: "I1", break: inWallet((wallet) => Object.assign(wallet, { balanceMicros: 0 })) },
  { invariant: "I2", break: inWallet((wallet) => Object.assign(wallet.entries[1]!, { seq: 3 })) },
  {
    invariant: "I2",
    break: inWallet(({ entries }) =>
      Object.assign(entries[1]!, { idempotency_key: entries[0]!.idempotency_key }),
    ),
  },
  { invariant: "I3", break: inWallet((wallet) => Object.assign(wallet.entries[0]!, { note: "rewritten" })) },
  { invariant: "I4 what was acknowledged", break: inWallet((wallet) => wallet.entries.pop()) },
  { invariant: "I4 what was acknowledged", break: inWallet((wallet) => wallet.purchases.pop()) },
  {
    invariant: "I4 what was acknowledged",
    break: ({ record }) =>
      record.decisions.push({
        customerId: "customer_1",
        form: { purchaseId: "purchase_1", formId: FORGOTTEN, choice: "keep", dueMicros: 1, note: "" },
        answer: { outcome: "decided", takenMicros: 0, balanceMicros: 500_000 },
      }),
  },
  { invariant: "I4 what is there", break: ({ record }) => record.clicks.splice(0) },
  { invariant: "I4 what is there", break: ({ record }) => record.adjustments.splice(0) },
  {
    invariant: "I5 each paid",
    break: inWallet((wallet) => Object.assign(wallet.purchases[0]!, { state: "open" })),
  },
  {
    invariant: "I5 each paid",
    break: inWallet(({ entries }) => entries.push({ ...entries[0]!, seq: 3 })),
  },
  {
    invariant: "I5 what was not paid",
    break: ({ sessions }) => Object.assign(sessions[0]!, { payment_status: "unpaid" }),
  },
  {
    invariant: "I5 a purchase keeps",
    break: inWallet((wallet) => Object.assign(wallet.purchases[0]!, { price_minor: 1 })),
  },
  {
    invariant: "I6 due, taken and kept",
    break: ({ refunds }) => Object.assign(refunds[0]!, { status: "failed" }),
  },
  {
    invariant: "I6 due, taken and kept",
    break: ({ disputes }) =>
      disputes.push({
        id: "du_1",
        object: "dispute",
        status: "lost",
        payment_intent: "pi_1",
        balance_transactions: [{ amount: -490 }],
      }),
  },
  {
    invariant: "I6 what was taken back",
    break: inWallet(({ entries }) =>
      entries.push({ ...entries[1]!, seq: 4, idempotency_key: "reversal:purchase_1:2" }),
    ),
  },
  {
    invariant: "I6 where a policy decides",
    break: inWallet(({ cases }) => Object.assign(cases[0]!, { dueMicros: 100_000, takenMicros: 0 })),
  },
  {
    invariant: "I6 where a policy decides",
    break: ({ record, wallets }) => {
      record.policies.set("partner_1", new Set(["full"]));
      Object.assign(wallets.get("customer_1")!.cases[0]!, { keptMicros: 100_000, takenMicros: 0 });
    },
  },
  {
    invariant: "I7",
    break: inWallet((wallet) => Object.assign(wallet.entries[1]!, { balance_after_micros: -1 })),
  },
  { invariant: "I8 once told,", break: ({ database }) => database.ledger_entries.pop() },
  {
    invariant: "I8 once told,",
    break: ({ database }) => Object.assign(database.purchases[0]!, { state: "open" }),
  },
  {
    invariant: "I8 once told,",
    break: ({ database }) => Object.assign(database.customer_balances[0]!, { last_seq: 1 }),
  },
  {
    invariant: "I8 at any time",
    break: ({ earlier }) => earlier[0]!.wallets.get("customer_1")!.entries.pop(),
  },
  { invariant: "I8 once told,", break: ({ database }) => database.refund_cases.pop() },
  { invariant: "I8 once told,", break: ({ database }) => database.purchase_attempts.pop() },
  {
    invariant: "I9 what was sold",
    break: ({ sessions }) => Object.assign(sessions[0]!, { amount_total: 4_901 }),
  },
  {
    invariant: "I9 sales by day",
    break: ({ database }) => Object.assign(database.sales_by_day[0]!, { refunded_minor: 0 }),
  },
  { invariant: "I9 sales by day", break: ({ database }) => database.sales_by_day.pop() },
  { invariant: "I9 sales by customer", break: ({ database }) => database.sales_by_customer.pop() },
  {
    invariant: "I9 sales by customer",
    break: ({ database }) => Object.assign(database.sales_by_customer[0]!, { gross_minor: 1 }),
  },
  { invariant: "I10", break: ({ database }) => Object.assign(database.credit_plans[0]!, { active: 0 }) },
  { invariant: "I10", break: ({ record }) => Object.assign(record.clicks[0]!, { wasOnOffer: false }) },
  {
    invariant: "I10",
    break: ({ database }) => database.credit_plans.push({ ...database.credit_plans[0]!, id: "plan_2" }),
  },
  { invariant: "I11", break: ({ record }) => Object.assign(record.confirmations[0]!, { isKept: false }) },
  {
    invariant: "I12",
    break: ({ database }) => Object.assign(database.emails[0]!, { partner_id: "partner_2" }),
  },
  {
    invariant: "I12",
    break: inWallet((wallet) => Object.assign(wallet.owner!, { partner_id: "partner_2" })),
  },
  { invariant: "I13", break: ({ database }) => database.audit_log.pop() },
  { invariant: "I13", break: ({ database }) => Object.assign(database.credit_plans[0]!, { version: 2 }) },
  {
    invariant: "I13",
    break: ({ database }) => database.audit_log.push({ id: "audit_form_1", action: "refund.decided" }),
  },
  {
    invariant: "I13",
    break: inWallet(({ cases }) => Object.assign(cases[0]!.decisions[0]!, { formId: "form_2" })),
  },
  { invariant: "I13", break: inWallet(({ entries }) => Object.assign(entries[0]!, { actor: "member_1" })) },
  {
    invariant: "I14",
    break: inWallet(({ outbox }) => outbox.push({ position: 1, purchase_id: null, entry_seq: 2 })),
  },
  { invariant: "I16", break: ({ record }) => Object.assign(record.adjustments[0]!, { amountMicros: -1 }) },
  { invariant: "I17", break: ({ database }) => database.emails.pop() },
  {
    invariant: "I18",
    break: ({ secondComparisons }) =>
      Object.assign(secondComparisons[0]!, { error: "Stripe did not answer" }),
  },
  {
    invariant: "I18",
    break: ({ secondComparisons }) => secondComparisons[0]!.findings.push(LATE_FINDING),
  },
  {
    invariant: "I19",
    break: inWallet(({ broken }) => broken.push({ invariant: "cases_add_up", about: "purchase_1" })),
  },
  { invariant: "I17", break: (evidence) => Object.assign(evidence, { receiptsSent: 2 }) },
];

test("a world in which all is well breaks nothing", () => {
  expect(check(sampleEvidence())).toEqual([]);
});

test.each(BREAKAGES)("$invariant is named when it does not hold", (breakage) => {
  const evidence = sampleEvidence();
  breakage.break(evidence);
  const named = check(evidence).filter((why) => why.startsWith(`${breakage.invariant} `));
  expect(named).not.toEqual([]);
});

test("every invariant has been seen to break", () => {
  const unseen = INVARIANTS.filter(
    ({ name }) => !BREAKAGES.some(({ invariant }) => name.startsWith(`${invariant} `)),
  );
  expect(unseen.map(({ name }) => name)).toEqual([]);
});

test("a payment whose terms are disputed may wait in quarantine, and has no credits then", () => {
  const evidence = sampleEvidence();
  evidence.record.disputedTerms.add("purchase_1");
  inWallet((wallet) => Object.assign(wallet.purchases[0]!, { state: "quarantined" }))(evidence);
  expect(check(evidence)).toContain(
    "I5 each paid checkout is credited exactly once, as agreed: purchase_1 is in quarantine and has credits",
  );
});
