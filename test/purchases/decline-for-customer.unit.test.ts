import { expect, test } from "vitest";
import type { Language } from "../../app/i18n/language";
import { declineForCustomer } from "../../app/purchases/decline-for-customer";
import { wordingIn } from "../i18n/sample-wording";

const told = (code: string | null, language: Language) =>
  declineForCustomer(code, wordingIn(language).texts.purchases.declines);

test("L87 the codes of Stripe are told in plain words of each language", () => {
  expect(told("insufficient_funds", "en")).toBe("Your card or account has insufficient funds.");
  expect(told("expired_card", "de")).toBe("Ihre Karte ist abgelaufen.");
  expect(told("incorrect_cvc", "es")).toBe("El código de seguridad de su tarjeta no es correcto.");
  expect(told("payment_intent_authentication_failure", "fr")).toBe(
    "Votre banque n’a pas reçu votre confirmation du paiement.",
  );
});

test("L87 who holds a card that was lost or stolen learns only that it was declined", () => {
  for (const code of ["lost_card", "stolen_card", "fraudulent", "generic_decline"]) {
    expect(told(code, "en")).toBe("Your card was declined.");
  }
});

test("L87 a bank that says no to a debit days later is told of as a bank, and not as a card", () => {
  expect(told("debit_not_authorized", "en")).toBe("Your bank did not allow the debit.");
  expect(told("account_closed", "de")).toBe("Dieses Bankkonto kann nicht verwendet werden.");
});

test("L87 what we have no words for is told plainly, in the customer's language", () => {
  expect(told("brand_new", "en")).toBe("The payment was declined.");
  expect(told("brand_new", "de")).toBe("Die Zahlung wurde abgelehnt.");
  expect(told(null, "fr")).toBe("Le paiement a été refusé.");
});
