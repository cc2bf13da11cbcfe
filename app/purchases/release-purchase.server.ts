import { insertAuditOnce } from "../../db/audit.server";
import type { PartnerContext } from "../context.server";
import type { ReleaseResult } from "../wallet/results";

/**
 * Gives the promised credits for a payment that differs from what was agreed, because a person of the partner looked
 * at it and says so. The caller has found the customer among the partner's own. Twice is once.
 */
export async function releasePurchase(
  { db, wallet, partner, member, now }: PartnerContext,
  customerId: string,
  purchaseId: string,
  note: string,
): Promise<ReleaseResult> {
  const result = await wallet(customerId).releasePurchase(purchaseId, member.id);
  if (result.outcome === "credited" || result.outcome === "repeated") {
    await insertAuditOnce(db, partner.id, {
      id: `audit_release_${purchaseId}`,
      actorType: "member",
      actorId: member.id,
      action: "purchase.released",
      objectId: purchaseId,
      before: { state: "quarantined" },
      after: { state: "credited", note },
      at: now(),
    });
  }
  return result;
}
