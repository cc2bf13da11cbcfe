import {
  type CreditedPosition,
  listCreditedPurchases,
  listCreditedSessions,
  listOwnCustomers,
} from "../../db/reconcile-copies.server";
import type { Context } from "../context.server";
import type { CreatedWithin, ListedCheckout } from "../stripe/list-calls.server";
import { compareCheckout, compareCredited } from "./compare";
import type { Finding } from "./finding";

/** Whose books are compared, and with which account. */
export interface ComparedAccount {
  partnerId: string;
  accountId: string;
  livemode: boolean;
}

const PURCHASES_A_PAGE = 500;

/** What differs of the paid sessions on one page. Copies say which are surely right; the rest is asked of wallets. */
export async function checkoutDifferences(
  { db, wallet }: Context,
  { partnerId, accountId }: ComparedAccount,
  sessions: readonly ListedCheckout[],
): Promise<Finding[]> {
  const [credited, own] = await Promise.all([
    listCreditedSessions(
      db,
      partnerId,
      accountId,
      sessions.map(({ address }) => address.purchaseId),
    ),
    listOwnCustomers(
      db,
      partnerId,
      sessions.map(({ address }) => address.customerId),
    ),
  ]);
  const isOwn = new Set(own.map(({ id }) => id));
  const findings: Finding[] = [];
  for (const { report, address } of sessions) {
    if (credited.includes(report.sessionId)) continue;
    // Metadata may name anybody: the wallet of another partner's customer is not even asked.
    const known =
      isOwn.has(address.customerId) && (await wallet(address.customerId).purchase(address.purchaseId));
    const finding = compareCheckout(report, known ? known.purchase : null);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** Purchases of this time that were credited, and are not among the sessions that Stripe calls paid. */
export async function creditedDifferences(
  { db, wallet, stripe }: Context,
  { partnerId, accountId }: ComparedAccount,
  opened: CreatedWithin,
  paidSessions: ReadonlySet<string>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let after: CreditedPosition | null = null; ; ) {
    const page = await listCreditedPurchases(db, partnerId, accountId, opened, after, PURCHASES_A_PAGE);
    for (const { purchaseId, customerId, sessionId } of page) {
      if (sessionId !== null && paidSessions.has(sessionId)) continue;
      // A session at the edge of the time is on no page, so each is asked for by its own id.
      const report = sessionId === null ? null : await stripe.readCheckout(accountId, sessionId);
      const known = await wallet(customerId).purchase(purchaseId);
      const finding = known && compareCredited(known.purchase, known.entry, report);
      if (finding) findings.push(finding);
    }
    after = page.at(-1) ?? null;
    if (page.length < PURCHASES_A_PAGE) return findings;
  }
}
