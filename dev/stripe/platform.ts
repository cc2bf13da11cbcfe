/** The platform's own account, where calls without a `Stripe-Account` header act. */
export const PLATFORM = "acct_platform";
