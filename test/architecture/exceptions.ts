/**
 * What may break a rule of the architecture, with the reason. Anything that is not here may not.
 */

export const LONG_FILES = new Map<string, string>([]);

export const LONG_FUNCTIONS = new Map<string, string>([]);

const BY_ACCOUNT = "Stripe speaks of an account; its id is unique and names the partner.";
const UNPROVEN = "What nobody proved to be Stripe's belongs to no partner, but to the platform.";
const BY_REALM = "Sign-in is held by realm: nothing of one realm is found in another.";

const SEARCH = "One index finds the customers of all partners, and is whole or is not.";
const BY_AGE = "The cron forgets by age, whoever it belongs to.";

/** Exported queries that are not given the partner. */
export const WITHOUT_PARTNER = new Map([
  ["db/connected-accounts.server.ts#isConnected", BY_ACCOUNT],
  ["db/connected-accounts.server.ts#writeAccountFacts", BY_ACCOUNT],
  ["db/connected-accounts.server.ts#markDeauthorized", BY_ACCOUNT],
  ["db/refund-cases.server.ts#findPaidPurchase", BY_ACCOUNT],
  [
    "db/refund-cases.server.ts#findRefundPolicy",
    "Asked for the partner's policy of a customer whom a payment names; the wallet decides whether that is true.",
  ],
  ["db/emails.server.ts#takeDueEmails", "The mailer sends for all partners; each row names its own."],
  ["db/customer-search.server.ts#isSearchWhole", SEARCH],
  ["db/customer-search.server.ts#rebuildSearch", SEARCH],
  ["db/email-domains.server.ts#listDueDomains", "The cron checks for all partners; each row names its own."],
  [
    "db/purchase-checks.server.ts#listDueChecks",
    "The sweep asks for all partners; each row names its own account.",
  ],
  ["db/purchase-checks.server.ts#writeCheck", "The sweep's own memory, kept by purchase."],
  [
    "db/reconcile-checks.server.ts#listDueAccounts",
    "The daily comparison asks for all partners; each row names its own.",
  ],
  ["db/reconcile-checks.server.ts#writeReconcileCheck", BY_ACCOUNT],
  ["db/partners.server.ts#findSignedInMember", "The session says who it is, and thereby which partner."],
  ["db/memberships.server.ts#listMemberships", "Asked to find the partners of an address."],
  [
    "db/portal-domains.server.ts#listDueDomains",
    "The cron looks domains up for all partners; each row names its own.",
  ],
  ["db/portals.server.ts#findPortalVisit", "The host says which portal, and thereby which partner."],
  [
    "db/projection.server.ts#writeWalletCopy",
    "Written by a wallet, which knows its one owner and puts it in each row.",
  ],
  [
    "db/webhook-log.server.ts#logDeliveries",
    "Written of every delivery, also of those that belong to no partner.",
  ],
  ["db/webhook-log.server.ts#forgetPayloads", BY_AGE],
  ["db/rejected-deliveries.server.ts#countRejected", UNPROVEN],
  ["db/rejected-deliveries.server.ts#listRejected", UNPROVEN],
  ["db/rejected-deliveries.server.ts#deleteRejected", UNPROVEN],
  ["db/sign-in.server.ts#insertChallenge", BY_REALM],
  ["db/sign-in.server.ts#spendAttempt", BY_REALM],
  ["db/sign-in.server.ts#isLocked", BY_REALM],
  ["db/sign-in.server.ts#spendChallenge", BY_REALM],
  ["db/sign-in.server.ts#findChallengeByLink", BY_REALM],
  ["db/sign-in.server.ts#spendChallengeByLink", BY_REALM],
  ["db/sessions.server.ts#insertSession", BY_REALM],
  ["db/sessions.server.ts#deleteSession", BY_REALM],
  ["db/sessions.server.ts#listSessions", BY_REALM],
  ["db/sessions.server.ts#findSessionOf", BY_REALM],
  ["db/sessions.server.ts#deleteSessionsOf", BY_REALM],
  ["db/sessions.server.ts#touchSession", BY_REALM],
  ["db/sign-in.server.ts#deleteOldChallenges", BY_AGE],
  ["db/sessions.server.ts#deleteEndedSessions", BY_AGE],
  ["db/emails.server.ts#deleteOldSignInEmails", BY_AGE],
]);
