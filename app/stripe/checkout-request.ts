import type Stripe from "stripe";
import type { CheckoutBrand } from "../portals/checkout-brand";
import type { PurchaseTerms } from "../wallet/purchase";

/**
 * All that Stripe is asked for when it is to open a page, save the account and the key, which follow from the purchase.
 * It is kept with the purchase until there is a page, and who asks a second time sends it as it was: Stripe takes a key
 * again only with the same words, and by then plan, portal, customer and this very file may have changed.
 */
export type CheckoutRequest = Stripe.Checkout.SessionCreateParams;

/** What the page is to show beside what was agreed, and where it leads back to. */
export interface CheckoutPage {
  email: string;
  successUrl: string;
  cancelUrl: string;
  description: string;
  locale: string;
  brand: CheckoutBrand | null;
}

export function checkoutRequest(terms: PurchaseTerms, page: CheckoutPage): CheckoutRequest {
  // On the session for the session's events, on the payment intent for those of the payment.
  const metadata = { purchase_id: terms.purchaseId, customer_id: terms.customerId };
  return {
    mode: "payment",
    client_reference_id: terms.purchaseId,
    customer_email: page.email,
    success_url: page.successUrl,
    cancel_url: page.cancelUrl,
    locale: page.locale as NonNullable<CheckoutRequest["locale"]>,
    metadata,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: terms.currency,
          unit_amount: terms.priceMinor,
          product_data: {
            name: terms.planName,
            ...(page.description ? { description: page.description } : {}),
          },
        },
      },
    ],
    payment_intent_data: { application_fee_amount: terms.platformFeeMinor, metadata },
    ...(page.brand ? { branding_settings: brandingOf(page.brand) } : {}),
  };
}

const brandingOf = ({
  title,
  colors,
  logoUrl,
}: CheckoutBrand): NonNullable<CheckoutRequest["branding_settings"]> => ({
  display_name: title,
  ...(colors && { background_color: colors.page, button_color: colors.button, border_style: "rounded" }),
  ...(logoUrl && { logo: { type: "url", url: logoUrl } }),
});

export const keepRequest = (request: CheckoutRequest): string => JSON.stringify(request);

/**
 * What was asked for first. Purchases of before kept the page alone and without the address, or nothing and were asked
 * for without a brand: what they lack is taken from the page of now.
 */
export function firstRequest(kept: string | null, terms: PurchaseTerms, page: CheckoutPage): CheckoutRequest {
  const first: CheckoutRequest | Partial<CheckoutPage> = kept === null ? { brand: null } : JSON.parse(kept);
  return "mode" in first ? first : checkoutRequest(terms, { ...page, ...first });
}
