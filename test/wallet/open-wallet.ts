import { env, runInDurableObject } from "cloudflare:test";
import { expect } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import type { CheckoutReport, PurchaseTerms } from "../../app/wallet/purchase";
import type { Wallet } from "../../app/wallet/wallet.server";

/** A purchase to open, and Stripe's report that it was paid as agreed. */
export function newPurchase(customerId: string): { terms: PurchaseTerms; paid: CheckoutReport } {
  const terms: PurchaseTerms = {
    purchaseId: newId("purchase"),
    partnerId: "partner_of_wallet_tests",
    customerId,
    planId: "plan_1",
    planVersion: 1,
    planName: "Starter Pack",
    creditsMicros: 1_000_000_000,
    priceMinor: 4_900,
    currency: "usd",
    platformFeeMinor: 122,
    accountId: "acct_1",
    livemode: false,
  };
  const paid: CheckoutReport = {
    purchaseId: terms.purchaseId,
    accountId: "acct_1",
    livemode: false,
    sessionId: `cs_${terms.purchaseId}`,
    amountMinor: 4_900,
    currency: "usd",
    paymentIntentId: "pi_1",
    payment: "paid",
    failure: null,
  };
  return { terms, paid };
}

export const stubOf = (customerId: string) => env.WALLET.get(env.WALLET.idFromName(customerId));

/** Looks straight into a wallet's storage. */
export function inside<T>(
  customerId: string,
  look: (sql: SqlStorage, state: DurableObjectState) => T,
): Promise<T> {
  return runInDurableObject(stubOf(customerId), (_, state) => look(state.storage.sql, state));
}

/** A wallet with one purchase in it, paid and credited. */
export async function creditedWallet() {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  const { terms, paid } = newPurchase(customerId);
  await wallet.openPurchase(terms, "click");
  await wallet.settle(paid);
  return { customerId, wallet, terms, paid };
}

/** Waits until a wallet has told D1 everything. */
export async function copied(customerId: string): Promise<void> {
  await expect
    .poll(async () => {
      await runInDurableObject(stubOf(customerId), (wallet) => (wallet as unknown as Wallet).alarm());
      return inside(customerId, (sql) => sql.exec("SELECT count(*) AS n FROM outbox").one().n);
    })
    .toBe(0);
}
