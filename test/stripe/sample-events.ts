/** Two spaces deep, as every body of Stripe's is. */
export const asStripeWrites = (event: object): string => JSON.stringify(event, null, 2);

interface Paid {
  account: string;
  purchaseId: string;
  customerId: string;
  sessionId: string;
  amount?: number;
  currency?: string;
  livemode?: boolean;
  payment_status?: string;
  type?: string;
}

/** An event on an account that Topup has no use for. */
export const unusedEvent = (account: string) => ({
  ...paidEvent({ account, purchaseId: "", customerId: "", sessionId: "cs_test_none" }),
  type: "invoice.paid",
});

/** The event that Stripe sends when a checkout was paid, with only what decides. */
export function paidEvent(paid: Paid) {
  const { livemode = false } = paid;
  return {
    id: `evt_${crypto.randomUUID().replaceAll("-", "")}`,
    object: "event",
    api_version: "2026-10-28.endive",
    account: paid.account,
    created: Math.floor(Date.now() / 1000),
    livemode,
    pending_webhooks: 1,
    request: null,
    type: paid.type ?? "checkout.session.completed",
    data: {
      object: {
        id: paid.sessionId,
        object: "checkout.session",
        livemode,
        status: "complete",
        payment_status: paid.payment_status ?? "paid",
        payment_intent: "pi_made_for_a_test",
        amount_total: paid.amount ?? 4_900,
        currency: paid.currency ?? "usd",
        client_reference_id: paid.purchaseId,
        metadata: { purchase_id: paid.purchaseId, customer_id: paid.customerId },
      },
    },
  };
}
