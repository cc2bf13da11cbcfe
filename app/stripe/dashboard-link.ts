const STRIPE_API = "https://api.stripe.com";

type Seller = { accountId: string; livemode: boolean };

/** Where a payment is in Stripe's dashboard; in development, where it is on the stand-in's. */
export function dashboardLink(apiBase: string, seller: Seller, paymentIntentId: string): string {
  if (apiBase !== STRIPE_API) return `${apiBase}/dashboard/${seller.accountId}#${paymentIntentId}`;
  return `${accountPages(seller)}/payments/${paymentIntentId}`;
}

/** Where Stripe keeps what was asked of an account and what it answered, for what never became a payment. */
export const logsLink = (apiBase: string, seller: Seller): string =>
  apiBase === STRIPE_API ? `${accountPages(seller)}/logs` : `${apiBase}/dashboard/${seller.accountId}`;

function accountPages({ accountId, livemode }: Seller): string {
  const account = `https://dashboard.stripe.com/${accountId}`;
  return livemode ? account : `${account}/test`;
}
