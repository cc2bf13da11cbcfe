import { listOwnCustomers, listPaidPurchases } from "../../db/reconcile-copies.server";
import type { Context } from "../context.server";
import type { ListedReversal } from "../stripe/list-calls.server";
import type { ComparedAccount } from "./checkout-differences.server";
import { compareReversal, isRecorded } from "./compare";
import type { Finding } from "./finding";

/** What differs of one page of refunds or disputes. Those of payments that are none of ours make no finding. */
export async function reversalDifferences(
  { db, wallet }: Context,
  { partnerId, accountId }: ComparedAccount,
  reversals: readonly ListedReversal[],
): Promise<Finding[]> {
  const [paid, own] = await Promise.all([
    listPaidPurchases(
      db,
      partnerId,
      accountId,
      reversals.map(({ facts }) => facts.paymentIntentId),
    ),
    listOwnCustomers(
      db,
      partnerId,
      reversals.flatMap(({ address }) => address?.customerId ?? []),
    ),
  ]);
  const isOwn = new Set(own.map(({ id }) => id));
  const findings: Finding[] = [];
  for (const told of reversals) {
    const copy = paid.find(({ paymentIntentId }) => paymentIntentId === told.facts.paymentIntentId);
    if (
      copy?.refunds &&
      copy.disputes &&
      isRecorded(told, { refunds: copy.refunds, disputes: copy.disputes })
    )
      continue;
    const place = copy ?? (told.address && isOwn.has(told.address.customerId) ? told.address : null);
    const known = place && (await wallet(place.customerId).purchase(place.purchaseId));
    if (!known) continue;
    const view = await wallet(known.purchase.customerId).refundCase(known.purchase.purchaseId);
    const finding = compareReversal(told, known.purchase, view?.file ?? null);
    if (finding) findings.push(finding);
  }
  return findings;
}
