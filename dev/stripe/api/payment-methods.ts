import { parameterInvalid } from "../http/api-error";
import { fields, ignored, integer, metadata, none, oneOf, required, text } from "../http/parameters";
import { route } from "../http/route";
import { buildPaymentMethod, NO_ADDRESS } from "../objects/payment-method";
import { bankDebitOfIban, type Instrument } from "../payments/instrument";
import { findTestCard, findTestCardByAlias, type TestCard } from "../payments/test-cards";

const address = fields({
  city: text,
  country: text,
  line1: text,
  line2: text,
  postal_code: text,
  state: text,
});

const newMethod = fields({
  type: oneOf("card", "sepa_debit"),
  card: fields({ token: text, number: text, exp_month: integer, exp_year: integer, cvc: text }),
  sepa_debit: fields({ iban: text }),
  billing_details: fields({ address, email: text, name: text, phone: text, tax_id: text }),
  allow_redisplay: ignored,
  metadata,
});

type Params = ReturnType<typeof newMethod>;

export const paymentMethodRoutes = [
  route("POST", "/v1/payment_methods", newMethod, (scope, params) => {
    const instrument = readInstrument(params);
    const details = params.billing_details ?? {};
    const method = buildPaymentMethod(
      scope,
      instrument,
      {
        address: { ...NO_ADDRESS, ...details.address },
        email: details.email ?? null,
        name: details.name ?? null,
        phone: details.phone ?? null,
        tax_id: details.tax_id ?? null,
      },
      params.metadata,
    );
    scope.insert("payment_method", method, { instrument });
    return method;
  }),

  route("GET", "/v1/payment_methods/:id", none, (scope, _, { id }) => scope.get("payment_method", id).body),
];

function readInstrument(params: Params): Instrument {
  if (required(params.type, "type") === "sepa_debit") {
    return bankDebitOfIban(required(params.sepa_debit?.iban, "sepa_debit[iban]"));
  }
  const { token, number } = required(params.card, "card");
  if (token !== undefined)
    return { type: "card", number: known(findTestCardByAlias(token), "card[token]").number };
  return {
    type: "card",
    number: known(findTestCard(required(number, "card[number]")), "card[number]").number,
  };
}

function known(card: TestCard | null, param: string): TestCard {
  if (card) return card;
  throw parameterInvalid(param, "The stand-in knows only Stripe's test cards; its README lists them.");
}
