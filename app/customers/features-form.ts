import type { Customer } from "../../db/portals.server";
import { microsToDecimal, parseCredits } from "../credits";

/** The form as it was typed; kept as it is, so that a mistake costs nobody their text. */
export interface FeatureValues {
  aiCredits: boolean;
  pricePerMinute: string;
  grace: string;
  graceUnit: "seconds" | "minutes";
  lowThreshold: string;
  lowAlert: boolean;
}

export type FeatureDraft = Pick<
  Customer,
  "aiCreditsEnabled" | "creditsPerMinuteMicros" | "graceSeconds" | "lowThresholdMicros" | "lowAlertEnabled"
>;

export type FeatureErrors = Partial<Record<"pricePerMinute" | "grace" | "lowThreshold", string>>;

const MAX_PRICE_MICROS = 1_000_000_000_000;
const MAX_GRACE_SECONDS = 86_400;
const SECONDS = { seconds: 1, minutes: 60 } as const;

export const featureValues = (form: FormData): FeatureValues => ({
  aiCredits: form.get("aiCredits") !== null,
  pricePerMinute: String(form.get("pricePerMinute") ?? ""),
  grace: String(form.get("grace") ?? ""),
  graceUnit: form.get("graceUnit") === "minutes" ? "minutes" : "seconds",
  lowThreshold: String(form.get("lowThreshold") ?? ""),
  lowAlert: form.get("lowAlert") !== null,
});

/** What is stored, as the form shows it: whole minutes in minutes. */
export function featureValuesOf(customer: FeatureDraft): FeatureValues {
  const { creditsPerMinuteMicros, graceSeconds, lowThresholdMicros } = customer;
  const graceUnit = graceSeconds > 0 && graceSeconds % SECONDS.minutes === 0 ? "minutes" : "seconds";
  return {
    aiCredits: customer.aiCreditsEnabled,
    pricePerMinute: creditsPerMinuteMicros === null ? "" : microsToDecimal(creditsPerMinuteMicros),
    grace: String(graceSeconds / SECONDS[graceUnit]),
    graceUnit,
    lowThreshold: lowThresholdMicros === null ? "" : microsToDecimal(lowThresholdMicros),
    lowAlert: customer.lowAlertEnabled,
  };
}

/** Reads typed features: all of the mistakes at once, each under its field, or the draft. */
export function readFeaturesForm(values: FeatureValues): { draft: FeatureDraft } | { errors: FeatureErrors } {
  const price = readCredits(values.pricePerMinute);
  const threshold = readCredits(values.lowThreshold);
  const graceSeconds = readGrace(values);
  const errors: FeatureErrors = {
    ...((price === "none" || (price ?? 0) > MAX_PRICE_MICROS) && { pricePerMinute: PRICE_ERROR }),
    ...(graceSeconds === null && { grace: GRACE_ERROR }),
    ...(threshold === "none" && { lowThreshold: THRESHOLD_ERROR }),
  };
  if (price === "none" || threshold === "none" || graceSeconds === null || errors.pricePerMinute) {
    return { errors };
  }
  return {
    draft: {
      aiCreditsEnabled: values.aiCredits,
      creditsPerMinuteMicros: price,
      graceSeconds,
      lowThresholdMicros: threshold,
      lowAlertEnabled: values.lowAlert,
    },
  };
}

/** Micro-credits; null where nothing was typed, "none" where it is no number of credits. Zero is one. */
function readCredits(text: string): number | null | "none" {
  if (text.trim() === "") return null;
  return /^0(\.0{1,6})?$/.test(text.trim()) ? 0 : (parseCredits(text) ?? "none");
}

function readGrace({ grace, graceUnit }: FeatureValues): number | null {
  const typed = grace.trim() || "0";
  const seconds = /^\d{1,5}$/.test(typed) ? Number(typed) * SECONDS[graceUnit] : null;
  return seconds !== null && seconds <= MAX_GRACE_SECONDS ? seconds : null;
}

const PRICE_ERROR = "Price per minute must be 0 to 1,000,000 credits, with at most six decimals";
const GRACE_ERROR = "Grace period must be a whole number, of at most 24 hours in all";
const THRESHOLD_ERROR = "Threshold must be a number of credits, with at most six decimals";
