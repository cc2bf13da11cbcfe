import type Stripe from "stripe";
import { requirements } from "./account";

export function buildCapability(account: Stripe.Account, status: Stripe.Capability.Status) {
  const due = account.requirements?.currently_due ?? [];
  return {
    id: "card_payments",
    object: "capability",
    account: account.id,
    future_requirements: requirements([]),
    requested: true,
    requested_at: account.created ?? null,
    requirements: requirements(due, account.requirements?.disabled_reason ?? null),
    status,
  } satisfies Stripe.Capability;
}
