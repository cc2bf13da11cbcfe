import { parseWholeCredits } from "../credits";
import {
  chargeStepMinor,
  decimalsOf,
  formatMoney,
  isMostOfStripe,
  isSellingCurrency,
  maximumPriceMinor,
  minimumChargeMinor,
  parsePrice,
} from "../money";

/** The limits of a credit plan. Prices are in minor units, credits are whole. */
export const MAX_NAME_LENGTH = 100;
export const MAX_DESCRIPTION_LENGTH = 500;
export const MAX_CREDITS = 1_000_000;

export interface PlanDraft {
  name: string;
  credits: number;
  priceMinor: number;
  /** A lower-case code. What is bought keeps the one that it was bought in. */
  currency: string;
  /** What 1,000 credits cost the partner, who alone reads it; null where it was not said. */
  unitCostMinorPer1000: number | null;
  description: string;
  active: boolean;
  popular: boolean;
  /** Whom the portal shows it to. No term of a purchase: nobody's credits depend on it. */
  audience: PlanAudience;
}

export type PlanAudience = "all" | "selected";

/** The form as it was typed; kept as it is, so that a mistake costs nobody their text. */
export interface PlanFormValues {
  name: string;
  credits: string;
  price: string;
  /** A lower-case code, or "" for the one that the partner usually sells in. */
  currency: string;
  unitCost: string;
  /** What a suggested price adds to the cost, in percent. Only the pricing assistant reads it; it is not kept. */
  margin: string;
  description: string;
  active: boolean;
  popular: boolean;
  audience: PlanAudience;
}

export const USUAL_MARGIN = "60";

export const EMPTY_PLAN: PlanFormValues = {
  name: "",
  credits: "",
  price: "",
  currency: "",
  unitCost: "",
  margin: USUAL_MARGIN,
  description: "",
  active: true,
  popular: false,
  audience: "all",
};

export type PlanField = "name" | "credits" | "price" | "currency" | "unitCost" | "description";
export type PlanErrors = Partial<Record<PlanField, string>>;

/** The currency that a form is about. One that nobody can sell in is the form's mistake, and stands for the usual. */
export const currencyOf = ({ currency }: Pick<PlanFormValues, "currency">, usual: string): string =>
  isSellingCurrency(currency) ? currency : usual;

/** Reads a typed plan: all of its mistakes at once, each under its field, or the draft. */
export function readPlanForm(
  values: PlanFormValues,
  usualCurrency: string,
  locale: string,
): { draft: PlanDraft } | { errors: PlanErrors } {
  const name = values.name.normalize("NFC").trim();
  const description = values.description.normalize("NFC").replaceAll("\r\n", "\n").trim();
  const currency = currencyOf(values, usualCurrency);
  const credits = parseWholeCredits(values.credits);
  const priceMinor = parsePrice(values.price, currency);
  const unitCostMinorPer1000 = parsePrice(values.unitCost, currency);

  const errors: PlanErrors = {
    ...withError("name", nameError(name)),
    ...withError("credits", creditsError(values.credits, credits)),
    ...withError("price", priceError(values.price, priceMinor, currency, locale)),
    ...withError("currency", currencyError(values.currency)),
    ...withError("unitCost", unitCostError(values.unitCost, unitCostMinorPer1000, currency, locale)),
    ...withError("description", descriptionError(description)),
  };
  if (credits === null || priceMinor === null || Object.keys(errors).length > 0) return { errors };

  const { active, popular, audience } = values;
  const terms = { name, credits, priceMinor, currency, unitCostMinorPer1000, description };
  return { draft: { ...terms, active, popular, audience } };
}

const currencyError = (code: string): string | null =>
  code === "" || isSellingCurrency(code) ? null : "Choose a currency from the list";

const withError = (field: PlanField, error: string | null) => (error ? { [field]: error } : {});

// Letters of any script and emoji are welcome; characters that reorder or hide the rest of a page are not.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

// Joiners belong into names and emoji; a name of nothing else would be a card without a name.
const INVISIBLE = /[\p{Cf}\p{Zs}]/gu;

function nameError(name: string): string | null {
  if (name.replace(INVISIBLE, "") === "") return "Name is required";
  if ([...name].length > MAX_NAME_LENGTH) return `Name can have at most ${MAX_NAME_LENGTH} characters`;
  if (CONTROL.test(name)) return "Name contains characters that cannot be shown";
  return null;
}

function creditsError(typed: string, credits: number | null): string | null {
  if (typed.trim() === "") return "Credits are required";
  return credits === null || credits > MAX_CREDITS
    ? "Credits must be a whole number from 1 to 1,000,000"
    : null;
}

function priceError(
  typed: string,
  priceMinor: number | null,
  currency: string,
  locale: string,
): string | null {
  if (typed.trim() === "") return "Price is required";
  if (priceMinor === null) return `Price must be an amount such as ${examplePrice(currency)}`;
  const minimum = minimumChargeMinor(currency);
  if (priceMinor < minimum) return `Price must be at least ${formatMoney(minimum, currency, locale)}`;
  const most = maximumPriceMinor(currency);
  if (priceMinor <= most) return null;
  const why = isMostOfStripe(most, currency) ? ", the most that Stripe charges" : "";
  return `Price can be at most ${formatMoney(most, currency, locale)}${why}`;
}

/** Says at once how many decimals are charged. */
function examplePrice(currency: string): string {
  const decimals = decimalsOf(currency);
  if (chargeStepMinor(currency) >= 10 ** decimals) return "4900, without decimals";
  return decimals === 3 ? "4.9 or 4.950, with 0 as the third decimal" : "49 or 49.90";
}

function unitCostError(
  typed: string,
  unitCostMinor: number | null,
  currency: string,
  locale: string,
): string | null {
  if (typed.trim() === "") return null;
  if (unitCostMinor === null) return "Cost must be an amount like 30 or 30.00";
  const most = maximumPriceMinor(currency);
  return unitCostMinor > most ? `Cost can be at most ${formatMoney(most, currency, locale)}` : null;
}

function descriptionError(description: string): string | null {
  if ([...description].length > MAX_DESCRIPTION_LENGTH) {
    return `Description can have at most ${MAX_DESCRIPTION_LENGTH} characters`;
  }
  return CONTROL.test(description.replaceAll("\n", ""))
    ? "Description contains characters that cannot be shown"
    : null;
}
