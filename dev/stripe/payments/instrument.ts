/** What a buyer pays with. */
export type Instrument = CardInstrument | BankDebit;

export interface CardInstrument {
  type: "card";
  number: string;
}

/** Money that arrives days later, or never. */
export interface BankDebit {
  type: "sepa_debit" | "us_bank_account";
  last4: string;
  settles: "by_hand" | "succeeds" | "fails";
}

/** Euro accounts are debited through SEPA, all others as US bank accounts. */
export function bankDebit(currency: string): BankDebit {
  return currency === "eur"
    ? { type: "sepa_debit", last4: "3201", settles: "by_hand" }
    : { type: "us_bank_account", last4: "6789", settles: "by_hand" };
}

/** An IBAN of Stripe's test list settles by itself; so do the two that the CLI's triggers use. */
export function bankDebitOfIban(iban: string): BankDebit {
  const fails = iban.startsWith("IT60") || iban.endsWith("3202");
  return { type: "sepa_debit", last4: iban.slice(-4), settles: fails ? "fails" : "succeeds" };
}
