const STRIPE_API = "https://api.stripe.com";

/** Where a payment is in Stripe's dashboard; in development, where it is on the stand-in's. */
export function dashboardLink(
  apiBase: string,
  { accountId, livemode }: { accountId: string; livemode: boolean },
  paymentIntentId: string,
): string {
  if (apiBase !== STRIPE_API) return `${apiBase}/dashboard/${accountId}#${paymentIntentId}`;
  const account = `https://dashboard.stripe.com/${accountId}`;
  return `${livemode ? account : `${account}/test`}/payments/${paymentIntentId}`;
}
