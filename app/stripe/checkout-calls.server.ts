import type Stripe from "stripe";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import type { CheckoutReport, PaymentFailure, Purchase } from "../wallet/purchase";
import { failureOf, reportOf } from "./checkout-report";
import type { CheckoutRequest } from "./checkout-request";
import { isFinal, isInvalid, passing } from "./stripe-errors";

export type CreateCheckoutResult =
  | { outcome: "created"; sessionId: string; url: string }
  /** Stripe understood and said no; asking again would give the same answer. */
  | { outcome: "refused"; failure: PaymentFailure };

export async function createCheckout(
  stripe: Stripe,
  { purchaseId, accountId }: Pick<Purchase, "purchaseId" | "accountId">,
  request: CheckoutRequest,
): Promise<CreateCheckoutResult> {
  const open = (asked: CheckoutRequest, idempotencyKey: string) =>
    stripe.checkout.sessions.create(asked, { stripeAccount: accountId, idempotencyKey });
  // Refused before anything was made, so that the purchase still has one session.
  const key = `checkout:${purchaseId}`;
  try {
    const session = await open(request, key).catch((error) => {
      const { branding_settings: brand, ...plain } = request;
      if (!brand || !mayBeTheBrand(error)) throw error;
      logWarning("checkout_without_brand", { purchaseId, error });
      return open(plain, `${key}:plain`);
    });
    if (!session.url) throw new UpstreamFailure("stripe", "Stripe opened a checkout without a page");
    return { outcome: "created", sessionId: session.id, url: session.url };
  } catch (error) {
    if (isFinal(error))
      return { outcome: "refused", failure: failureOf(error.code ?? error.type, error.message) };
    throw passing("Stripe did not open a checkout", error);
  }
}

/** Whether Stripe refused the look of its page, or did not say what it refused: nobody is kept from paying by a colour. */
const mayBeTheBrand = (error: unknown): boolean =>
  isInvalid(error) && /^(branding_settings|$)/.test(error.param ?? "");

export async function readCheckout(
  stripe: Stripe,
  accountId: string,
  sessionId: string,
): Promise<CheckoutReport | null> {
  try {
    const session = await stripe.checkout.sessions.retrieve(
      sessionId,
      { expand: ["payment_intent"] },
      { stripeAccount: accountId },
    );
    return reportOf(session, accountId);
  } catch (error) {
    if (isFinal(error)) return null;
    throw passing("Stripe did not say how a checkout stands", error);
  }
}

/** Ends a checkout that nobody has paid yet. Null when there is none to end: it was paid, or has ended by itself. */
export async function expireCheckout(
  stripe: Stripe,
  accountId: string,
  sessionId: string,
): Promise<CheckoutReport | null> {
  try {
    return reportOf(
      await stripe.checkout.sessions.expire(sessionId, {}, { stripeAccount: accountId }),
      accountId,
    );
  } catch (error) {
    if (isFinal(error)) return null;
    throw passing("Stripe did not end a checkout", error);
  }
}
