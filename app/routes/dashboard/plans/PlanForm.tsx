import { Form } from "@remix-run/react";
import { type MouseEvent, type RefObject, useRef, useState } from "react";
import { currencyOf, type PlanErrors, type PlanFormValues } from "../../../plans/plan";
import type { PricingCircumstances } from "../../../plans/pricing-advice/price-figures";
import { withSuggestedPrice } from "../../../plans/pricing-advice/typed-price";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { FieldErrors } from "../../../ui/FieldErrors";
import { RadioCards } from "../../../ui/RadioCards";
import { SubmitButton } from "../../../ui/SubmitButton";
import { Switch } from "../../../ui/Switch";
import { PlanPreview, type PreviewedPortal } from "./PlanPreview";
import { PlanTerms } from "./PlanTerms";
import { PricingAssistant } from "./PricingAssistant";

export const planFormValues = (form: FormData): PlanFormValues => ({
  name: String(form.get("name") ?? ""),
  credits: String(form.get("credits") ?? ""),
  price: String(form.get("price") ?? ""),
  currency: String(form.get("currency") ?? ""),
  unitCost: String(form.get("unitCost") ?? ""),
  margin: String(form.get("margin") ?? ""),
  description: String(form.get("description") ?? ""),
  active: form.get("active") !== null,
  popular: form.get("popular") !== null,
  audience: form.get("audience") === "selected" ? "selected" : "all",
});

/** The form as it comes back where it asks for advice and not to be saved; null where it asks to be saved. */
export function advisedValues(form: FormData, usualCurrency: string): PlanFormValues | null {
  const values = planFormValues(form);
  if (form.get("intent") === "advise") return values;
  if (form.get("intent") !== "use-suggestion") return null;
  return withSuggestedPrice(values, currencyOf(values, usualCurrency));
}

interface PlanFormProps {
  /** Hidden fields by name: what makes a form that is sent twice one plan, or says what it was filled from. */
  hidden: Record<string, string>;
  values: PlanFormValues;
  errors: PlanErrors;
  submit: { label: string; pending: string | false };
  cancelHref: string;
  pricing: PricingCircumstances;
  portal: PreviewedPortal;
  /** Set where "Check price" was sent, so that a person is led to the answer. */
  isAdvised: boolean;
  /** Set where the form opens filled in, so that a person starts at its first field. */
  focusName?: boolean | undefined;
}

export function PlanForm(props: PlanFormProps) {
  const { hidden, values, errors, portal, isAdvised, focusName } = props;
  // With scripts the assistant follows the typing; without, it shows what "Check price" sent.
  const [typed, setTyped] = useState(values);
  const pricing = { ...props.pricing, currency: currencyOf(typed, props.pricing.currency) };
  const assistant = useRef<HTMLElement>(null);
  return (
    <Form
      method="post"
      className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]"
      noValidate
      onInput={(event) => setTyped(planFormValues(new FormData(event.currentTarget)))}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Card>
        <div className="grid max-w-xl gap-5">
          <FieldErrors errors={errors} />
          <PlanTerms values={values} errors={errors} currency={pricing.currency} focusName={focusName} />
          <PlanSwitches values={values} />
          <PlanButtons {...props} assistant={assistant} />
        </div>
      </Card>
      <div className="grid gap-6 xl:sticky xl:top-6">
        <PlanPreview values={typed} pricing={pricing} portal={portal} />
        <PricingAssistant values={typed} pricing={pricing} panel={assistant} autoFocus={isAdvised} />
      </div>
    </Form>
  );
}

function PlanSwitches({ values }: Pick<PlanFormProps, "values">) {
  return (
    <>
      <Switch
        label="Active"
        name="active"
        hint="Customers see this plan in your portal"
        defaultChecked={values.active}
      />
      <Switch
        label="Popular"
        name="popular"
        hint="Shows the badge “Popular”; only one plan has it, so it moves here"
        defaultChecked={values.popular}
      />
      <RadioCards legend="Who sees it" name="audience" options={AUDIENCES} defaultValue={values.audience} />
    </>
  );
}

const AUDIENCES = [
  {
    value: "all",
    label: "All customers",
    hint: "Everybody who may buy in your portal, except customers you hide it from on their page",
  },
  {
    value: "selected",
    label: "Only selected customers",
    hint: "Customers you choose on their page, under Features & Add-ons. Nobody until then",
  },
];

/** The button that saves comes first: it is the one that the Enter key presses. */
function PlanButtons({
  submit,
  cancelHref,
  assistant,
}: Pick<PlanFormProps, "submit" | "cancelHref"> & { assistant: RefObject<HTMLElement> }) {
  // With scripts the panel says it already, so there is nothing to send.
  const leadToAssistant = (event: MouseEvent) => {
    event.preventDefault();
    assistant.current?.focus();
  };
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton pending={submit.pending}>{submit.label}</SubmitButton>
      <SubmitButton variant="secondary" name="intent" value="advise" onClick={leadToAssistant}>
        Check price
      </SubmitButton>
      <ButtonLink href={cancelHref} variant="quiet">
        Cancel
      </ButtonLink>
    </div>
  );
}
