import { formatMoney } from "../../money";
import { type PlanField, type PlanFormValues, readPlanForm } from "../plan";
import { type Advice, type ComparedPlan, hint, warning } from "./advice";
import { charm, isNear } from "./charm";
import { differentiation } from "./differentiation";
import { largerIsCheaper } from "./larger-is-cheaper";
import { planName } from "./plan-name";
import { portalOrder } from "./portal-order";
import type { PricingCircumstances } from "./price-figures";
import { leftMinor, priceFloor } from "./price-floor";
import type { TypedPrice } from "./typed-price";

const THIS_PLAN = "this plan";

/** What there is to say about one plan, as if it were on offer: what costs money first. */
export function planAdvice(
  values: PlanFormValues,
  typed: TypedPrice,
  circumstances: PricingCircumstances,
  locale: string,
): Advice[] {
  const { currency, others } = circumstances;
  const plan = comparedPlan(values, typed, currency);
  const otherNames = others.map(({ name }) => name);
  const costMinor = typed.costMinor ?? 0;
  const onPrice = plan ? adviceOnPrice(plan, costMinor, circumstances, locale) : [];
  return [
    ...unreadable(values, typed, currency, locale),
    ...onPrice,
    ...planName(values.name, otherNames),
    // A price that has to change anyway is not polished.
    ...(plan && onPrice.length === 0 ? charmHint(plan, costMinor, circumstances, locale) : []),
    ...(plan ? portalOrder(plan, others) : []),
  ];
}

function comparedPlan(
  values: PlanFormValues,
  { credits, priceMinor }: TypedPrice,
  currency: string,
): ComparedPlan | null {
  if (credits === null || priceMinor === null) return null;
  const name = values.name.trim() || "This plan";
  return { id: THIS_PLAN, name, credits, priceMinor, currency, active: true };
}

function adviceOnPrice(
  plan: ComparedPlan,
  costMinor: number,
  { currency, platformFeeBps, others }: PricingCircumstances,
  locale: string,
): Advice[] {
  const { priceMinor } = plan;
  const set = [plan, ...others];
  const isAboutIt = ({ about }: Advice) => about.includes(THIS_PLAN);
  return [
    ...priceFloor({ priceMinor, costMinor, currency, platformFeeBps }, locale),
    ...largerIsCheaper(set, locale).filter(isAboutIt),
    ...differentiation(set, locale).filter(isAboutIt),
  ];
}

function charmHint(
  { priceMinor, currency }: ComparedPlan,
  costMinor: number,
  { platformFeeBps }: PricingCircumstances,
  locale: string,
): Advice[] {
  const charmed = charm(priceMinor, currency, costMinor);
  const left = leftMinor({ priceMinor: charmed, costMinor, currency, platformFeeBps });
  if (charmed === priceMinor || !isNear(charmed, priceMinor) || left <= 0) return [];
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return [
    hint(`${money(charmed)} looks smaller than it is; consider it in the place of ${money(priceMinor)}.`),
  ];
}

/** What is typed and cannot be read. A field that is still empty is no mistake yet. */
function unreadable(
  values: PlanFormValues,
  { priceMinor, marginPercent }: TypedPrice,
  currency: string,
  locale: string,
): Advice[] {
  const read = readPlanForm(values, currency, locale);
  const errors = "errors" in read ? read.errors : {};
  const fields: PlanField[] = ["credits", "unitCost"];
  // A price that can be read and is too low is the floor's to name.
  if (priceMinor === null) fields.push("price");
  const messages = fields.flatMap((field) => (values[field].trim() && errors[field]) || []);
  const isMarginWrong = values.margin.trim() !== "" && marginPercent === null;
  if (isMarginWrong) messages.push("Margin must be a whole percentage like 60");
  return messages.map((message) => warning(`${message}.`));
}
