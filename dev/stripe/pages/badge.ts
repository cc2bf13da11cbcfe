import { type Html, html } from "./html";

/** How a state is shown; one that is still open is neither good nor bad. */
export type Tone = "good" | "bad" | "open";

const TONES: Record<string, Tone> = {
  succeeded: "good",
  won: "good",
  failed: "bad",
  lost: "bad",
  needs_response: "bad",
  requires_payment_method: "bad",
};

export const badge = (label: string, tone: Tone = TONES[label] ?? "open"): Html =>
  html`<span class="badge ${tone}">${label}</span>`;

export function accountBadge(account: { charges_enabled: boolean }, deauthorized: boolean): Html {
  if (deauthorized) return badge("deauthorized", "bad");
  return account.charges_enabled ? badge("charges enabled", "good") : badge("charges disabled", "bad");
}
