import type Stripe from "stripe";

export const API_VERSION = "2026-10-28.endive" satisfies Stripe.StripeConfig["apiVersion"];

/** Endive chooses payment methods itself. The CLI sends no version and still names them. */
export function refusesPaymentMethodTypes(version: string | null): boolean {
  return version !== null && version.slice(0, 10) >= "2026-09-30";
}
