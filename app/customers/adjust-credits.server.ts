import type { PartnerContext } from "../context.server";
import type { AdjustResult } from "../wallet/results";
import type { AdjustmentDraft } from "./adjustment-form";

/**
 * Adds or deducts a customer's credits. Who did it is in the wallet's entry, and is written down with the copy of it. The
 * caller has found the customer among the partner's own. Sent again, a form changes nothing.
 */
export const adjustCredits = (
  { wallet, partner, member }: PartnerContext,
  customerId: string,
  draft: AdjustmentDraft,
  formId: string,
): Promise<AdjustResult> =>
  wallet(customerId).adjust({ ...draft, partnerId: partner.id, customerId, formId, actor: member.id });
