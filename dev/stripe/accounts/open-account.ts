import type Stripe from "stripe";
import { newId } from "../ids";
import { buildAccount } from "../objects/account";
import type { Scope } from "../scope";

export interface NewAccount {
  id?: string | undefined;
  email?: string | undefined;
  business_name?: string | undefined;
  country?: string | undefined;
  default_currency?: string | undefined;
  type?: Stripe.Account.Type | undefined;
  dashboard?: "full" | "express" | "none" | undefined;
  metadata?: Record<string, string> | undefined;
}

const CURRENCY_OF: Record<string, string> = {
  US: "usd",
  GB: "gbp",
  CA: "cad",
  AU: "aud",
  JP: "jpy",
  CH: "chf",
};

/** A new account of the platform. It may take no payments yet. */
export function openAccount(platform: Scope, terms: NewAccount): Stripe.Account {
  const country = (terms.country ?? "US").toUpperCase();
  const dashboard = terms.dashboard ?? "full";
  const account = buildAccount(platform, {
    id: terms.id ?? newId("acct_1", 15),
    email: terms.email ?? null,
    business_name: terms.business_name ?? null,
    country,
    default_currency: terms.default_currency ?? CURRENCY_OF[country] ?? "eur",
    type: terms.type ?? (dashboard === "full" ? "standard" : "none"),
    dashboard,
    metadata: terms.metadata ?? {},
  });
  const display_name = terms.business_name ?? null;
  platform.insert("account", account, { display_name, dashboard, deauthorized: false });
  return account;
}
