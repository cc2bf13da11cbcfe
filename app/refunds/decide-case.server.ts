import { insertAuditOnce } from "../../db/audit.server";
import type { PartnerContext } from "../context.server";
import type { DecideCaseResult } from "../wallet/results";
import type { CaseAnswer } from "../wallet/reversals";

/**
 * Decides what becomes of credits whose money went back, and writes down who did it. The caller has found the
 * customer among the partner's own. Sent again, a form changes nothing.
 */
export async function decideRefundCase(
  { db, wallet, partner, member, now }: PartnerContext,
  customerId: string,
  answer: Omit<CaseAnswer, "actor">,
): Promise<DecideCaseResult> {
  const result = await wallet(customerId).decideCase({ ...answer, actor: member.id });
  if (result.outcome === "decided" || result.outcome === "repeated") {
    const { takenMicros, balanceMicros } = result;
    await insertAuditOnce(db, partner.id, {
      id: `audit_${customerId}_${answer.formId}`,
      actorType: "member",
      actorId: member.id,
      action: "refund.decided",
      objectId: answer.purchaseId,
      before: { dueMicros: answer.dueMicros },
      after: { choice: answer.choice, takenMicros, balanceMicros, note: answer.note },
      at: now(),
    });
  }
  return result;
}
