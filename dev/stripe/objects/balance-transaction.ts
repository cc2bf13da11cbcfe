import type Stripe from "stripe";
import { newId } from "../ids";
import { share_minor } from "../money";
import type { Scope } from "../scope";
import { APPLICATION } from "./application";

export interface Movement {
  type: "charge" | "refund" | "refund_failure" | "adjustment";
  reporting_category: string;
  amount: number;
  currency: string;
  source: string;
  description: string | null;
  /** Stripe's own fee and the platform's, both taken from this movement. */
  fees?: { stripe: number; application: number };
}

/** 2.9 % and 30: what Stripe takes for a card in the United States. */
export const stripeFee_minor = (amount_minor: number) => share_minor(amount_minor, 29, 1000) + 30;

export function buildBalanceTransaction(scope: Scope, movement: Movement) {
  const { stripe, application } = movement.fees ?? { stripe: 0, application: 0 };
  return {
    id: newId("txn_3"),
    object: "balance_transaction",
    amount: movement.amount,
    available_on: scope.now_s + 2 * 86_400,
    balance_type: "payments",
    created: scope.now_s,
    currency: movement.currency,
    description: movement.description,
    exchange_rate: null,
    fee: stripe + application,
    fee_details: [
      ...feePart("stripe_fee", stripe, movement.currency, "Stripe processing fees", null),
      ...feePart(
        "application_fee",
        application,
        movement.currency,
        "Platform application fee",
        APPLICATION.id,
      ),
    ],
    net: movement.amount - stripe - application,
    reporting_category: movement.reporting_category,
    source: movement.source,
    status: "pending",
    type: movement.type,
  } satisfies Stripe.BalanceTransaction;
}

function feePart(
  type: string,
  amount: number,
  currency: string,
  description: string,
  application: string | null,
) {
  return amount === 0 ? [] : [{ amount, application, currency, description, type }];
}
