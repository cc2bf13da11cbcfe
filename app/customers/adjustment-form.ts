import { formatCredits, parseCredits } from "../credits";
import { readNote } from "./note";

export type AdjustmentIntent = "add" | "deduct";

/** The form as it was typed; kept as it is, so that a mistake costs nobody their text. */
export interface AdjustmentFormValues {
  amount: string;
  note: string;
}

export type AdjustmentErrors = Partial<Record<keyof AdjustmentFormValues, string>>;

export interface AdjustmentDraft {
  /** Signed: below 0 for a deduction. */
  amountMicros: number;
  note: string;
}

export const isAdjustmentIntent = (text: unknown): text is AdjustmentIntent =>
  text === "add" || text === "deduct";

/** Reads a typed adjustment: all of its mistakes at once, each under its field, or the draft. */
export function readAdjustmentForm(
  values: AdjustmentFormValues,
  intent: AdjustmentIntent,
): { draft: AdjustmentDraft } | { errors: AdjustmentErrors } {
  const micros = parseCredits(values.amount);
  const read = readNote(values.note);
  if (micros === null || "error" in read) {
    return {
      errors: {
        ...(micros === null && { amount: AMOUNT_ERROR }),
        ...("error" in read && { note: read.error }),
      },
    };
  }
  return { draft: { amountMicros: intent === "add" ? micros : -micros, note: read.note } };
}

const AMOUNT_ERROR = "Amount must be a number of credits greater than 0, with at most six decimals";

/** Of more than this the amount is typed a second time: a zero too many is money. */
export const MOST_WITHOUT_TYPING_AGAIN_MICROS = 10_000_000_000;

export const mustTypeAgain = ({ amountMicros }: AdjustmentDraft): boolean =>
  Math.abs(amountMicros) > MOST_WITHOUT_TYPING_AGAIN_MICROS;

/** Whether the amount was typed a second time where it has to be. */
export const isTypedAgain = (draft: AdjustmentDraft, again: string): boolean =>
  !mustTypeAgain(draft) || parseCredits(again) === Math.abs(draft.amountMicros);

/** What a balance becomes by an amount that is still being typed; null while it is none. */
export function balancesAfter(balanceMicros: number, amount: string, locale: string) {
  const micros = parseCredits(amount);
  if (micros === null) return null;
  return {
    before: formatCredits(balanceMicros, locale),
    added: formatCredits(balanceMicros + micros, locale),
    /** Null where the balance does not cover it: nothing would be taken. */
    deducted: micros > balanceMicros ? null : formatCredits(balanceMicros - micros, locale),
  };
}
