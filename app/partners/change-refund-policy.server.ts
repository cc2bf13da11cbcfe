import { writeRefundPolicy } from "../../db/refund-cases.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import type { RefundPolicy } from "../refunds/reversal";

/** From now on; what was decided before stays decided. */
export async function changeRefundPolicy(
  { db, partner, member, now }: PartnerContext,
  policy: RefundPolicy,
): Promise<void> {
  if (policy === partner.refundPolicy) return;
  await writeRefundPolicy(db, partner.id, policy, {
    id: newId("audit"),
    actorType: "member",
    actorId: member.id,
    action: "partner.refund_policy_changed",
    objectId: partner.id,
    before: { refundPolicy: partner.refundPolicy },
    after: { refundPolicy: policy },
    at: now(),
  });
}
