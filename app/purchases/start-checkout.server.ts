import { findPlanFor } from "../../db/plans.server";
import { findLogo } from "../../db/portal-settings.server";
import type { CustomerContext } from "../context.server";
import { creditsToMicros } from "../credits";
import { invariant, UpstreamFailure } from "../errors";
import { newId } from "../ids";
import { logWarning } from "../log";
import { requireSeller } from "../partners/require-seller";
import { planAccess } from "../plans/plan-access";
import { checkoutBrand, type Logo } from "../portals/checkout-brand";
import { paymentSetupFailed, planNotFound, planUnavailable, purchasesUnavailable } from "../refusals";
import { type CheckoutPage, checkoutRequest, firstRequest, keepRequest } from "../stripe/checkout-request";
import type { PurchaseTerms } from "../wallet/purchase";
import { platformFeeMinor } from "./platform-fee";

/**
 * A customer clicked Purchase: freeze the terms in the wallet, then have Stripe open a page for them.
 *
 * In this order, so that no payment can arrive for which there are no terms. The click's key makes a double click
 * one purchase, and the purchase's id makes a repeated call to Stripe one session; every step may run twice. The whole
 * call is kept with the terms, for Stripe takes a repeated one only with the same words.
 *
 * Answers where the customer goes next. Throws a refusal when the plan cannot be bought.
 */
export async function startCheckout(
  context: CustomerContext,
  planId: string,
  clickId: string,
): Promise<string> {
  const [{ terms, description }, logo] = await Promise.all([
    agreeOnTerms(context, planId),
    findLogo(context.db, context.partner.id, context.portal.logoId),
  ]);
  const wallet = context.wallet(context.customer.id);
  const pageOf = (purchase: PurchaseTerms) => checkoutPage(context, purchase, description, logo);

  const request = keepRequest(checkoutRequest(terms, pageOf(terms)));
  const opened = await wallet.openPurchase(terms, clickKeyOf(planId, clickId), request);
  invariant(opened.outcome !== "key_reused", "A click's key names its plan, so it cannot mean another one");
  const { purchase } = opened;
  if (purchase.state === "open" && purchase.checkoutUrl) return purchase.checkoutUrl;
  if (purchase.state !== "created") return `/purchases/${purchase.purchaseId}`;

  const checkout =
    purchase.accountId === terms.accountId
      ? await context.stripe.createCheckout(
          purchase,
          firstRequest(opened.request, purchase, pageOf(purchase)),
        )
      : OTHER_ACCOUNT;
  if (checkout.outcome === "refused") {
    await wallet.abandonPurchase(purchase.purchaseId, checkout.failure);
    logWarning("checkout_refused", { purchaseId: purchase.purchaseId, error: checkout.failure.message });
    throw paymentSetupFailed();
  }

  const attached = await wallet.attachCheckout(purchase.purchaseId, checkout.sessionId, checkout.url);
  if (attached.outcome !== "attached") {
    throw new UpstreamFailure(
      "wallet",
      `Session ${checkout.sessionId} was not attached: ${attached.outcome}`,
    );
  }
  return checkout.url;
}

/** A second try, and meanwhile the partner sells on another account: on the one before nothing is sold any more. */
const OTHER_ACCOUNT = {
  outcome: "refused",
  failure: {
    code: "account_changed",
    message: "Another Stripe account was connected before the payment page was open.",
  },
} as const;

/** It names its plan, so that a click id that is used for another plan is another click. */
export const clickKeyOf = (planId: string, clickId: string): string => `${planId}:${clickId}`;

async function agreeOnTerms(
  context: CustomerContext,
  planId: string,
): Promise<{ terms: PurchaseTerms; description: string }> {
  const { partner, customer } = context;
  const plan = await findPlanFor(context.db, partner.id, customer.id, planId);
  if (!plan) throw planNotFound();
  const access = planAccess(context, plan);
  if (!access.visible) throw planUnavailable();
  if (!access.purchasable) throw purchasesUnavailable();

  const { account } = requireSeller(partner, context.account);
  const terms = {
    purchaseId: newId("purchase"),
    partnerId: partner.id,
    customerId: customer.id,
    planId: plan.id,
    planVersion: plan.version,
    planName: plan.name,
    creditsMicros: creditsToMicros(plan.credits),
    priceMinor: plan.priceMinor,
    currency: plan.currency,
    platformFeeMinor: platformFeeMinor(plan.priceMinor, partner.platformFeeBps),
    accountId: account.accountId,
    livemode: account.livemode,
  };
  return { terms, description: plan.description };
}

function checkoutPage(
  { origin, portal, customer, wording }: CustomerContext,
  { purchaseId }: PurchaseTerms,
  description: string,
  logo: Logo | null,
): CheckoutPage {
  const url = `${origin}/purchases/${purchaseId}`;
  return {
    email: customer.email,
    successUrl: url,
    cancelUrl: `${url}?cancelled`,
    description,
    locale: wording.language,
    brand: checkoutBrand(portal, logo, origin),
  };
}
