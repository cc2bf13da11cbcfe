import type Stripe from "stripe";
import { newId } from "../ids";
import { APPLICATION } from "./application";

export function buildApplicationFee(account: string, charge: Stripe.Charge, amount: number, created: number) {
  const id = newId("fee_1");
  return {
    id,
    object: "application_fee",
    account,
    amount,
    amount_refunded: 0,
    application: APPLICATION.id,
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    fee_source: { charge: charge.id, type: "charge" },
    livemode: false,
    originating_transaction: null,
    refunded: false,
    refunds: { object: "list", data: [], has_more: false, url: `/v1/application_fees/${id}/refunds` },
  } satisfies Stripe.ApplicationFee;
}
