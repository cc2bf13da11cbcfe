import type { ConnectedAccount, Partner } from "../../db/portals.server";
import { NOW } from "../sample-time";

/** An agency on the Starter tier. */
export const samplePartner = (changes: Partial<Partner> = {}): Partner => ({
  id: "partner_acme",
  name: "Acme",
  tier: "starter",
  defaultCurrency: "usd",
  platformFeeBps: 250,
  refundPolicy: "manual",
  planOrder: "dearest_first",
  supportEmail: "help@acme.test",
  createdAt: NOW,
  ...changes,
});

/** Its Stripe account, ready to charge. */
export const sampleAccount = (changes: Partial<ConnectedAccount> = {}): ConnectedAccount => ({
  partnerId: "partner_acme",
  accountId: "acct_acme",
  livemode: false,
  detailsSubmitted: true,
  chargesEnabled: true,
  payoutsEnabled: true,
  requirementsDue: [],
  requirementsDeadline: null,
  disabledReason: null,
  deauthorizedAt: null,
  syncedAt: NOW,
  ...changes,
});
