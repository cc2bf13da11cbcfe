import { parseCredits } from "../credits";
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
