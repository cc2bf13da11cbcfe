import type { CheckoutBrand } from "../portals/checkout-brand";

/**
 * What Stripe's page is asked to show. It is kept with the purchase until there is a page: who asks a second time must
 * ask for the same, and by then a partner may have changed its plan or its portal.
 */
export interface CheckoutPage {
  successUrl: string;
  cancelUrl: string;
  description: string;
  locale: string;
  brand: CheckoutBrand | null;
}

export const keepPage = (page: CheckoutPage): string => JSON.stringify(page);

/** The page that was asked for first. A purchase of which none was kept was asked for without a brand. */
export const firstPage = (kept: string | null, page: CheckoutPage): CheckoutPage =>
  kept === null ? { ...page, brand: null } : (JSON.parse(kept) as CheckoutPage);
