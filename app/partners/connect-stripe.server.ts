import { linkAccount, writeAccountFacts } from "../../db/connected-accounts.server";
import type { PartnerContext } from "../context.server";
import { platformOrigin } from "../portals/site";

const PAGE = "/settings/stripe-connect";

/** Takes a partner to Stripe's onboarding, with a new account when it has none. Answers the address there. */
export async function connectStripe(context: PartnerContext, country: string): Promise<string> {
  const { stripe, settings } = context;
  const accountId = await accountToOnboard(context, country);
  const page = `${platformOrigin(settings)}${PAGE}`;
  return stripe.onboardingUrl(accountId, { refresh: `${page}?again`, done: `${page}?returned` });
}

async function accountToOnboard(context: PartnerContext, country: string): Promise<string> {
  const { account, partner, member } = context;
  if (account && account.deauthorizedAt === null) return account.accountId;

  const opened = await context.stripe.openAccount({
    partnerId: partner.id,
    name: partner.name,
    email: member.email,
    country,
    attempt: String(account?.deauthorizedAt ?? 0),
  });
  await linkAccount(context.db, partner.id, opened, context.now());
  return opened.accountId;
}

/** Asks Stripe how the account stands. Coming back from onboarding does not mean that it is finished. */
export async function refreshAccount({ account, db, stripe, now }: PartnerContext): Promise<void> {
  if (!account || account.deauthorizedAt !== null) return;
  await writeAccountFacts(db, account.accountId, await stripe.readAccount(account.accountId), now());
}
