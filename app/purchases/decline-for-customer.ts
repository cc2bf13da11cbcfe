import type { Texts } from "../i18n/texts";
import type { Wording } from "../i18n/wording";

type Decline = keyof Texts["purchases"]["declines"];

// Whoever holds a card that was lost, stolen or is suspected is told no more than that it was declined.
// Source: docs.stripe.com/declines/codes, "Don't report more detailed information to your customer".
const CODES: Record<Decline, string> = {
  declined:
    "card_declined generic_decline do_not_honor call_issuer fraudulent lost_card stolen_card pickup_card merchant_blacklist restricted_card security_violation no_action_taken not_permitted revocation_of_authorization revocation_of_all_authorizations stop_payment_order transaction_not_allowed service_not_allowed",
  unknown: "",
  insufficientFunds: "insufficient_funds",
  expiredCard: "expired_card invalid_expiry_month invalid_expiry_year",
  wrongCode: "incorrect_cvc invalid_cvc",
  wrongNumber: "incorrect_number invalid_number",
  notSupported: "card_not_supported currency_not_supported invalid_account",
  limitReached: "card_velocity_exceeded withdrawal_count_limit_exceeded invalid_amount",
  tryLater: "processing_error try_again_later issuer_not_available reenter_transaction",
  notConfirmed:
    "authentication_required payment_intent_authentication_failure approve_with_id offline_pin_required",
};

const DECLINE_OF = new Map(
  Object.entries(CODES).flatMap(([decline, codes]) =>
    codes.split(" ").map((code) => [code, decline as Decline] as const),
  ),
);

/** Why a payment did not go through, in plain words. What we have no words for is told in Stripe's, in English. */
export function declineForCustomer(
  { failureCode, failureMessage }: { failureCode: string | null; failureMessage: string | null },
  { language, texts }: Wording,
): string {
  const { declines } = texts.purchases;
  const decline = DECLINE_OF.get(failureCode ?? "");
  if (decline && decline !== "unknown") return declines[decline];
  return (language === "en" && failureMessage) || declines.unknown;
}
