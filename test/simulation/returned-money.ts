import type { Evidence } from "./evidence";
import type { StoredPurchase, WalletContents } from "./wallet-contents";

/** A purchase that was credited, with what Stripe says was paid for it and went back of that. */
export interface CreditedPurchase {
  purchase: StoredPurchase;
  wallet: WalletContents;
  paidMinor: number;
  refundedMinor: number;
  disputedMinor: number;
}

/** Reckoned here from Stripe's own objects, with nothing of the product's arithmetic. */
export const creditedPurchases = (evidence: Evidence): CreditedPurchase[] =>
  [...evidence.wallets.values()].flatMap((wallet) =>
    wallet.purchases
      .filter(({ state }) => state === "credited")
      .map((purchase) => ({ purchase, wallet, ...moneyOf(evidence, purchase, wallet) })),
  );

function moneyOf(evidence: Evidence, purchase: StoredPurchase, { entries }: WalletContents) {
  const { paidMinor, payment } = paymentOf(evidence, purchase, entries);
  const isOfPayment = ({ payment_intent }: { payment_intent: string }) => payment_intent === payment;
  const refunded = evidence.refunds
    .filter(isOfPayment)
    .filter(({ status }) => status === "pending" || status === "succeeded");
  const moved = evidence.disputes.filter(isOfPayment).flatMap((dispute) => dispute.balance_transactions);
  return { paidMinor, refundedMinor: sumOf(refunded), disputedMinor: 0 - sumOf(moved) };
}

/** A person released what somebody with our secret said was paid otherwise: then that is what counts. */
function paymentOf(
  { sessions }: Evidence,
  { purchase_id, paid_minor, price_minor, payment_intent_id }: StoredPurchase,
  entries: WalletContents["entries"],
) {
  const given = entries.find(({ kind, reference }) => kind === "purchase" && reference === purchase_id);
  const session = sessions.find(({ metadata }) => metadata.purchase_id === purchase_id);
  return given?.actor === "system" && session
    ? { paidMinor: session.amount_total, payment: session.payment_intent }
    : { paidMinor: paid_minor ?? price_minor, payment: payment_intent_id };
}

const sumOf = (movements: { amount: number }[]) => movements.reduce((sum, { amount }) => sum + amount, 0);
