import { expect, test } from "vitest";
import { declineForCustomer } from "../../app/purchases/decline-for-customer";
import { wordingIn } from "../i18n/sample-wording";

const told = (
  failureCode: string | null,
  failureMessage: string | null,
  language: "en" | "de" | "es" | "fr",
) => declineForCustomer({ failureCode, failureMessage }, wordingIn(language));

test("L87 the codes of Stripe are told in plain words of each language", () => {
  expect(told("insufficient_funds", "x", "en")).toBe("Your card has insufficient funds.");
  expect(told("expired_card", "x", "de")).toBe("Ihre Karte ist abgelaufen.");
  expect(told("incorrect_cvc", "x", "es")).toBe("El código de seguridad de su tarjeta no es correcto.");
  expect(told("payment_intent_authentication_failure", "x", "fr")).toBe(
    "Votre banque n’a pas reçu votre confirmation du paiement.",
  );
});

test("L87 who holds a card that was lost or stolen learns only that it was declined", () => {
  for (const code of ["lost_card", "stolen_card", "fraudulent", "generic_decline"]) {
    expect(told(code, `Your card is a ${code}`, "en")).toBe("Your card was declined.");
  }
});

test("L87 what we have no words for is told in Stripe's in English, and plainly in any other language", () => {
  expect(told("brand_new", "The bank said something new.", "en")).toBe("The bank said something new.");
  expect(told("brand_new", "The bank said something new.", "de")).toBe("Die Zahlung wurde abgelehnt.");
  expect(told(null, null, "en")).toBe("The payment was declined.");
});
