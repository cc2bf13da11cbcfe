import { parseCredits } from "../credits";

export const MAX_NOTE_LENGTH = 500;

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
  const { note, mistake: noteMistake } = readNote(values.note);
  if (micros === null || noteMistake) {
    return {
      errors: {
        ...(micros === null && { amount: AMOUNT_ERROR }),
        ...(noteMistake && { note: noteMistake }),
      },
    };
  }
  return { draft: { amountMicros: intent === "add" ? micros : -micros, note } };
}

/** Reads a typed note, and says what keeps it from being written down. */
export function readNote(typed: string): { note: string; mistake: string | null } {
  const note = typed.normalize("NFC").replaceAll("\r\n", "\n").trim();
  return { note, mistake: noteError(note) };
}

const AMOUNT_ERROR = "Amount must be a number of credits greater than 0, with at most six decimals";

// Lines and tabs are welcome in a note; characters that reorder or hide the rest of a page are not.
const CONTROL = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

// A note that nobody can see says nothing.
const INVISIBLE = /[\p{Cf}\p{Z}\s]/gu;

function noteError(note: string): string | null {
  if (note.replace(INVISIBLE, "") === "") return "Add a note";
  if ([...note].length > MAX_NOTE_LENGTH) return `Note can have at most ${MAX_NOTE_LENGTH} characters`;
  if (CONTROL.test(note)) return "Note contains characters that cannot be shown";
  return null;
}
