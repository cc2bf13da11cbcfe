export interface Decline {
  code:
    | "authentication_required"
    | "card_declined"
    | "expired_card"
    | "incorrect_cvc"
    | "payment_intent_authentication_failure"
    | "processing_error";
  decline_code: string | null;
  message: string;
}

export interface TestCard {
  number: string;
  brand: "visa" | "mastercard" | "amex";
  label: string;
  /** The suffix of Stripe's ready-made payment method, as in `pm_card_visa`. */
  alias: string;
  decline?: Decline;
  asksForAuthentication?: true;
  /** What happens to the payment, or to its refund, afterwards. */
  after?: "dispute" | "inquiry" | "refund_fails" | "refund_pends";
}

const declined = (decline_code: string, message: string): Decline => ({
  code: "card_declined",
  decline_code,
  message,
});

export const TEST_CARDS: TestCard[] = [
  { number: "4242424242424242", brand: "visa", label: "Succeeds", alias: "visa" },
  { number: "5555555555554444", brand: "mastercard", label: "Succeeds (Mastercard)", alias: "mastercard" },
  {
    number: "4000000000000002",
    brand: "visa",
    label: "Declined",
    alias: "chargeDeclined",
    decline: declined("generic_decline", "Your card was declined."),
  },
  {
    number: "4000000000009995",
    brand: "visa",
    label: "Insufficient funds",
    alias: "chargeDeclinedInsufficientFunds",
    decline: declined("insufficient_funds", "Your card has insufficient funds."),
  },
  {
    number: "4000000000000069",
    brand: "visa",
    label: "Expired card",
    alias: "chargeDeclinedExpiredCard",
    decline: { code: "expired_card", decline_code: null, message: "Your card has expired." },
  },
  {
    number: "4000000000000127",
    brand: "visa",
    label: "Incorrect security code",
    alias: "chargeDeclinedIncorrectCvc",
    decline: {
      code: "incorrect_cvc",
      decline_code: null,
      message: "Your card's security code is incorrect.",
    },
  },
  {
    number: "4000002500003155",
    brand: "visa",
    label: "Asks for 3-D Secure",
    alias: "authenticationRequiredOnSetup",
    asksForAuthentication: true,
  },
  {
    number: "4000002760003184",
    brand: "visa",
    label: "Always asks for 3-D Secure",
    alias: "authenticationRequired",
    asksForAuthentication: true,
  },
  {
    number: "4000000000000259",
    brand: "visa",
    label: "Succeeds, then disputed",
    alias: "createDispute",
    after: "dispute",
  },
  {
    number: "4000000000001976",
    brand: "visa",
    label: "Succeeds, then an inquiry",
    alias: "createDisputeInquiry",
    after: "inquiry",
  },
  {
    number: "4000000000005126",
    brand: "visa",
    label: "Succeeds, refunds fail",
    alias: "refundFail",
    after: "refund_fails",
  },
  {
    number: "4000000000007726",
    brand: "visa",
    label: "Succeeds, refunds are pending",
    alias: "pendingRefund",
    after: "refund_pends",
  },
];

export const AUTHENTICATION_FAILED: Decline = {
  code: "payment_intent_authentication_failure",
  decline_code: null,
  message:
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
};

export function findTestCard(number: string): TestCard | null {
  const digits = number.replaceAll(/[\s-]/g, "");
  return TEST_CARDS.find((card) => card.number === digits) ?? null;
}

/** `pm_card_chargeDeclined`, `pm_card_visa_chargeDeclined` and `tok_chargeDeclined` mean the same card. */
export function findTestCardByAlias(alias: string): TestCard | null {
  const name = alias.replace(/^(pm_card_visa_|pm_card_|tok_visa_|tok_)/, "");
  if (name === "bypassPending") return TEST_CARDS[0] ?? null;
  return TEST_CARDS.find((card) => card.alias === name) ?? null;
}
