import type { Settings } from "../app/env.server";

/** The settings of a deployed Topup. */
export const sampleSettings = (changes: Partial<Settings> = {}): Settings => ({
  ENVIRONMENT: "production",
  PLATFORM_NAME: "Topup",
  PLATFORM_SUPPORT_EMAIL: "support@topup.test",
  PLATFORM_HOST: "app.topup.test",
  PORTAL_DOMAIN: "portal.topup.test",
  SIGN_IN_SECRET: "s".repeat(32),
  OPERATOR_TOKEN: "o".repeat(32),
  STRIPE_API_BASE: "https://api.stripe.com",
  STRIPE_CHECKOUT_ORIGIN: "https://checkout.stripe.com",
  STRIPE_SECRET_KEY: "sk_live_1",
  STRIPE_WEBHOOK_SECRET: ["whsec_platform"],
  STRIPE_CONNECT_WEBHOOK_SECRET: ["whsec_connect"],
  EMAIL_PROVIDER: "resend",
  EMAIL_API_BASE: "https://api.resend.com",
  EMAIL_API_KEY: "re_1",
  DNS_API_BASE: "https://cloudflare-dns.com/dns-query",
  CLOUDFLARE_API_BASE: "https://api.cloudflare.com/client/v4",
  CLOUDFLARE_ZONE_ID: "",
  CLOUDFLARE_API_TOKEN: "",
  EMAIL_FROM: "no-reply@topup.test",
  isSecure: true,
  ...changes,
});
