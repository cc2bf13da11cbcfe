import type Stripe from "stripe";

/** The platform, as its connected accounts see it. */
export const APPLICATION = {
  id: "ca_topupplatform",
  object: "application",
  name: "Platform",
} satisfies Stripe.Application;
