import type { Texts } from "../i18n/texts";

type Declines = Texts["purchases"]["declines"];
type Decline = keyof Declines;

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
  debitRefused: "debit_not_authorized",
  accountUnusable:
    "account_closed bank_account_declined bank_account_restricted bank_account_unusable no_account",
};

const DECLINE_OF = new Map(
  Object.entries(CODES).flatMap(([decline, codes]) =>
    codes.split(" ").map((code) => [code, decline as Decline] as const),
  ),
);

/** Why a payment did not go through, in plain words of the customer's language, whatever Stripe says in English. */
export const declineForCustomer = (code: string | null, declines: Declines): string =>
  declines[DECLINE_OF.get(code ?? "") ?? "unknown"];
