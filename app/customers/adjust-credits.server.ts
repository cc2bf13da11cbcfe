import { insertAuditOnce } from "../../db/audit.server";
import type { PartnerContext } from "../context.server";
import type { Entry } from "../wallet/posting";
import type { AdjustResult } from "../wallet/results";
import type { AdjustmentDraft } from "./adjustment-form";

/**
 * Adds or deducts a customer's credits and writes down who did it. The caller has found the customer among the
 * partner's own. Sent again, a form changes nothing, and writes the audit row if the first time ended before it.
 */
export async function adjustCredits(
  { db, wallet, partner, member }: PartnerContext,
  customerId: string,
  draft: AdjustmentDraft,
  formId: string,
): Promise<AdjustResult> {
  const adjustment = { ...draft, partnerId: partner.id, customerId, formId, actor: member.id };
  const result = await wallet(customerId).adjust(adjustment);
  if (result.outcome === "adjusted" || result.outcome === "repeated") {
    await insertAuditOnce(db, partner.id, auditOf(customerId, result.entry));
  }
  return result;
}

// Named by the entry: a form has one in each wallet, so no form can adjust two wallets and be written down once.
const auditOf = (customerId: string, { seq, actor, amountMicros, balanceAfterMicros, note, at }: Entry) => ({
  id: `audit_${customerId}_${seq}`,
  actorType: "member" as const,
  actorId: actor,
  action: "credits.adjusted",
  objectId: customerId,
  before: { balanceMicros: balanceAfterMicros - amountMicros },
  after: { balanceMicros: balanceAfterMicros, amountMicros, note },
  at,
});
