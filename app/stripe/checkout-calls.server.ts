import type Stripe from "stripe";
import { UpstreamFailure } from "../errors";
import type { CheckoutReport, PaymentFailure, Purchase } from "../wallet/purchase";
import { failureOf, reportOf } from "./checkout-report";
import { isFinal, passing } from "./stripe-errors";

export type CreateCheckoutResult =
  | { outcome: "created"; sessionId: string; url: string }
  /** Stripe understood and said no; asking again would give the same answer. */
  | { outcome: "refused"; failure: PaymentFailure };

export interface CheckoutPage {
  successUrl: string;
  cancelUrl: string;
  customerEmail: string;
  description: string;
  locale: string;
}

export async function createCheckout(
  stripe: Stripe,
  purchase: Purchase,
  page: CheckoutPage,
): Promise<CreateCheckoutResult> {
  // On the session for the session's events, on the payment intent for those of the payment.
  const metadata = { purchase_id: purchase.purchaseId, customer_id: purchase.customerId };
  try {
    const session = await stripe.checkout.sessions.create(
      {
        mode: "payment",
        client_reference_id: purchase.purchaseId,
        customer_email: page.customerEmail,
        success_url: page.successUrl,
        cancel_url: page.cancelUrl,
        locale: page.locale as Stripe.Checkout.SessionCreateParams.Locale,
        metadata,
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: purchase.currency,
              unit_amount: purchase.priceMinor,
              product_data: {
                name: purchase.planName,
                ...(page.description ? { description: page.description } : {}),
              },
            },
          },
        ],
        payment_intent_data: { application_fee_amount: purchase.platformFeeMinor, metadata },
      },
      { stripeAccount: purchase.accountId, idempotencyKey: `checkout:${purchase.purchaseId}` },
    );
    if (!session.url) throw new UpstreamFailure("stripe", "Stripe opened a checkout without a page");
    return { outcome: "created", sessionId: session.id, url: session.url };
  } catch (error) {
    if (isFinal(error))
      return { outcome: "refused", failure: failureOf(error.code ?? error.type, error.message) };
    throw passing("Stripe did not open a checkout", error);
  }
}

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
