// The codes with which banks and Stripe turn a payment down, in words for the partner who is asked why.
// Source: docs.stripe.com/declines/codes and docs.stripe.com/error-codes.
const SILENT_BANK = "The bank declined it and does not say why. Only the customer can ask it.";
const WRONG_NUMBER = "The card number was wrong.";
const WRONG_CVC = "The card's security code was wrong.";
const WRONG_EXPIRY = "The card's expiry date was wrong.";
const WRONG_ADDRESS = "The postcode or address was not the one that the bank knows.";
const CARD_CANNOT = "The card cannot be used for this kind of purchase.";
const TOO_OFTEN = "The card was used too often, or up to its limit.";
const SUSPECTED = "The payment looked like fraud. Tell the customer only that the card was declined.";
const REPORTED = "The card was reported as lost or stolen. Tell the customer only that it was declined.";
const UNPROVEN = "The customer did not prove to the bank that the card is theirs.";
const PASSING = "The bank could not be reached. The same card may work in a while.";
const NOT_SET_UP = "Your Stripe account cannot take this payment. Look at Settings → Stripe Connect.";

const REASONS = new Map([
  ["insufficient_funds", "There was not enough money in the account."],
  ["expired_card", "The card has expired."],
  ["incorrect_number", WRONG_NUMBER],
  ["invalid_number", WRONG_NUMBER],
  ["incorrect_cvc", WRONG_CVC],
  ["invalid_cvc", WRONG_CVC],
  ["invalid_expiry_month", WRONG_EXPIRY],
  ["invalid_expiry_year", WRONG_EXPIRY],
  ["incorrect_zip", WRONG_ADDRESS],
  ["incorrect_address", WRONG_ADDRESS],
  ["postal_code_invalid", WRONG_ADDRESS],
  ["card_not_supported", CARD_CANNOT],
  ["transaction_not_allowed", CARD_CANNOT],
  ["service_not_allowed", CARD_CANNOT],
  ["restricted_card", CARD_CANNOT],
  ["currency_not_supported", "The card cannot pay in this currency."],
  ["card_velocity_exceeded", TOO_OFTEN],
  ["withdrawal_count_limit_exceeded", TOO_OFTEN],
  ["fraudulent", SUSPECTED],
  ["merchant_blacklist", SUSPECTED],
  ["lost_card", REPORTED],
  ["stolen_card", REPORTED],
  ["pickup_card", REPORTED],
  ["authentication_required", UNPROVEN],
  ["payment_intent_authentication_failure", UNPROVEN],
  ["processing_error", PASSING],
  ["issuer_not_available", PASSING],
  ["try_again_later", PASSING],
  ["reenter_transaction", PASSING],
  ["call_issuer", SILENT_BANK],
  ["card_declined", SILENT_BANK],
  ["do_not_honor", SILENT_BANK],
  ["do_not_try_again", SILENT_BANK],
  ["generic_decline", SILENT_BANK],
  ["no_action_taken", SILENT_BANK],
  ["not_permitted", SILENT_BANK],
  ["debit_not_authorized", "The account holder says that the debit was not allowed."],
  ["account_closed", "The bank account is closed."],
  ["bank_account_declined", "The bank account cannot be used."],
  ["amount_too_small", "The price is below what Stripe charges in this currency."],
  ["amount_too_large", "The price is above what Stripe charges in this currency."],
  ["account_invalid", NOT_SET_UP],
  ["platform_account_required", NOT_SET_UP],
  ["payment_method_unactivated", NOT_SET_UP],
  ["insufficient_capabilities_for_transfer", NOT_SET_UP],
]);

/** Why a payment did not go through, in plain words; for a code that is not known here in Stripe's own. */
export const declineReason = ({ code, message }: { code: string; message: string }): string =>
  REASONS.get(code) ?? message;
