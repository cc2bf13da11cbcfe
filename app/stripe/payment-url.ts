import type { Settings } from "../env.server";

/** Where a person looks at a payment: Stripe's dashboard of the account, or that of the stand-in in development. */
export const paymentUrl = (
  { ENVIRONMENT, STRIPE_API_BASE }: Settings,
  accountId: string,
  paymentIntentId: string,
): string =>
  ENVIRONMENT === "production"
    ? `https://dashboard.stripe.com/${accountId}/payments/${paymentIntentId}`
    : `${STRIPE_API_BASE}/dashboard/${accountId}`;
