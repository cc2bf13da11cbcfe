import { changeCustomer } from "../../db/customer-changes.server";
import type { PartnerContext } from "../context.server";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { auditOf } from "./customer-audit.server";
import type { FeatureDraft } from "./features-form";

/** Writes what a customer may use, and at which price. Sent again, it changes nothing and is not written down again. */
export async function editFeatures(
  context: PartnerContext,
  customerId: string,
  draft: FeatureDraft,
): Promise<void> {
  const audit = auditOf(context, "customer.features_updated");
  await changeCustomer(context.db, context.partner.id, customerId, draft, audit);
  if (!draft.aiCreditsEnabled) endCheckoutsLater(context, { customerId });
}
