import type Stripe from "stripe";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import type { CheckoutBrand } from "../portals/checkout-brand";
import type { CheckoutPage } from "../purchases/checkout-page";
import type { CheckoutReport, PaymentFailure, Purchase } from "../wallet/purchase";
import { failureOf, reportOf } from "./checkout-report";
import { isFinal, isInvalid, passing } from "./stripe-errors";

export type CreateCheckoutResult =
  | { outcome: "created"; sessionId: string; url: string }
  /** Stripe understood and said no; asking again would give the same answer. */
  | { outcome: "refused"; failure: PaymentFailure };

export async function createCheckout(
  stripe: Stripe,
  purchase: Purchase,
  email: string,
  page: CheckoutPage,
): Promise<CreateCheckoutResult> {
  const open = (brand: CheckoutBrand | null, key: string) =>
    stripe.checkout.sessions.create(sessionParams(purchase, email, { ...page, brand }), {
      stripeAccount: purchase.accountId,
      idempotencyKey: key,
    });
  // Refused before anything was made, so that the purchase still has one session.
  const key = `checkout:${purchase.purchaseId}`;
  try {
    const session = await open(page.brand, key).catch((error) => {
      if (page.brand === null || !mayBeTheBrand(error)) throw error;
      logWarning("checkout_without_brand", { purchaseId: purchase.purchaseId, error });
      return open(null, `${key}:plain`);
    });
    if (!session.url) throw new UpstreamFailure("stripe", "Stripe opened a checkout without a page");
    return { outcome: "created", sessionId: session.id, url: session.url };
  } catch (error) {
    if (isFinal(error))
      return { outcome: "refused", failure: failureOf(error.code ?? error.type, error.message) };
    throw passing("Stripe did not open a checkout", error);
  }
}

function sessionParams(
  purchase: Purchase,
  email: string,
  page: CheckoutPage,
): Stripe.Checkout.SessionCreateParams {
  // On the session for the session's events, on the payment intent for those of the payment.
  const metadata = { purchase_id: purchase.purchaseId, customer_id: purchase.customerId };
  return {
    mode: "payment",
    client_reference_id: purchase.purchaseId,
    customer_email: email,
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
    ...(page.brand ? { branding_settings: brandingOf(page.brand) } : {}),
  };
}

const brandingOf = ({
  title,
  colors,
  logoUrl,
}: CheckoutBrand): Stripe.Checkout.SessionCreateParams.BrandingSettings => ({
  display_name: title,
  ...(colors && { background_color: colors.page, button_color: colors.button, border_style: "rounded" }),
  ...(logoUrl && { logo: { type: "url", url: logoUrl } }),
});

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
