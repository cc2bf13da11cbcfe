import type Stripe from "stripe";
import { type AccountFacts, accountFacts } from "./connected-account";
import { passing } from "./stripe-errors";

export interface NewAccount {
  partnerId: string;
  name: string;
  email: string;
  /** Two capital letters; it cannot be changed later. */
  country: string;
  /** Counts the accounts that this partner has had, so that a lost answer does not open a second one. */
  attempt: string;
}

/**
 * Opens an account on which the partner is the merchant of record, with Stripe's full dashboard: it refunds there,
 * pays Stripe's fees and bears its own losses.
 */
export async function openAccount(stripe: Stripe, account: NewAccount) {
  try {
    const opened = await stripe.v2.core.accounts.create(
      {
        display_name: account.name,
        contact_email: account.email,
        dashboard: "full",
        identity: { country: account.country.toLowerCase() },
        configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
        defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
        metadata: { partner_id: account.partnerId },
      },
      { idempotencyKey: `account:${account.partnerId}:${account.attempt}` },
    );
    return { accountId: opened.id, livemode: opened.livemode };
  } catch (error) {
    throw passing("Stripe did not open an account", error);
  }
}

export async function onboardingUrl(
  stripe: Stripe,
  accountId: string,
  backUrl: { refresh: string; done: string },
): Promise<string> {
  try {
    const link = await stripe.v2.core.accountLinks.create({
      account: accountId,
      use_case: {
        type: "account_onboarding",
        account_onboarding: { refresh_url: backUrl.refresh, return_url: backUrl.done },
      },
    });
    return link.url;
  } catch (error) {
    throw passing("Stripe did not open its onboarding", error);
  }
}

export async function readAccount(stripe: Stripe, accountId: string): Promise<AccountFacts> {
  try {
    return accountFacts(await stripe.accounts.retrieve(accountId));
  } catch (error) {
    throw passing("Stripe did not say how an account stands", error);
  }
}
