import { countCredits, formatCredits } from "../credits";
import {
  type AdjustmentDraft,
  type AdjustmentFormValues,
  type AdjustmentIntent,
  mustTypeAgain,
} from "./adjustment-form";

/** An adjustment as it is shown before it is made, with the form to make it by. */
export function reviewAdjustment(
  formId: string,
  intent: AdjustmentIntent,
  values: AdjustmentFormValues,
  draft: AdjustmentDraft,
  balanceMicros: number,
  locale: string,
) {
  return {
    formId,
    intent,
    values,
    amount: countCredits(Math.abs(draft.amountMicros), locale),
    before: formatCredits(balanceMicros, locale),
    after: formatCredits(balanceMicros + draft.amountMicros, locale),
    note: draft.note,
    mustTypeAgain: mustTypeAgain(draft),
  };
}

export type AdjustmentReview = ReturnType<typeof reviewAdjustment>;
