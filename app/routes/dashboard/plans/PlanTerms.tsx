import { currencySymbol, SELLING_CURRENCIES } from "../../../money";
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_NAME_LENGTH,
  type PlanErrors,
  type PlanFormValues,
} from "../../../plans/plan";
import { MoneyField } from "../../../ui/MoneyField";
import { SelectField } from "../../../ui/SelectField";
import { TextArea } from "../../../ui/TextArea";
import { TextField } from "../../../ui/TextField";

const LOCALE = "en-US";

const NAMES = new Intl.DisplayNames(LOCALE, { type: "currency" });
const CURRENCIES = SELLING_CURRENCIES.map((code) => ({
  value: code,
  label: `${code.toUpperCase()} – ${NAMES.of(code.toUpperCase()) ?? code}`,
}));

interface PlanTermsProps {
  values: PlanFormValues;
  errors: PlanErrors;
  currency: string;
  focusName: boolean | undefined;
}

/** What is sold for how much, and what the partner alone knows of it. */
export function PlanTerms({ values, errors, currency, focusName }: PlanTermsProps) {
  const money = { symbol: currencySymbol(currency, LOCALE), code: currency.toUpperCase() };
  return (
    <>
      <TextField
        {...(focusName && { autoFocus: true })}
        label="Name"
        name="name"
        hint="What your customers read, such as Starter Pack"
        defaultValue={values.name}
        error={errors.name}
        maxLength={MAX_NAME_LENGTH * 2}
      />
      <TextField
        label="Credits"
        name="credits"
        inputMode="numeric"
        hint="How many credits one purchase adds"
        defaultValue={values.credits}
        error={errors.credits}
      />
      <div className="grid items-start gap-5 sm:grid-cols-[3fr_2fr]">
        <MoneyField label="Price" name="price" {...money} defaultValue={values.price} error={errors.price} />
        <SelectField
          label="Currency"
          name="currency"
          options={CURRENCIES}
          defaultValue={currency}
          error={errors.currency}
        />
      </div>
      <CostFields values={values} errors={errors} {...money} />
      <TextArea
        label="Description"
        name="description"
        optional="Optional"
        hint={`Up to ${MAX_DESCRIPTION_LENGTH} characters`}
        defaultValue={values.description}
        error={errors.description}
      />
    </>
  );
}

function CostFields({
  values,
  errors,
  ...money
}: Pick<PlanTermsProps, "values" | "errors"> & { symbol: string; code: string }) {
  return (
    <div className="grid items-start gap-5 sm:grid-cols-[3fr_2fr]">
      <MoneyField
        label="Cost per 1,000 credits"
        name="unitCost"
        optional="Optional"
        hint="Kept with the plan; no customer sees it"
        {...money}
        defaultValue={values.unitCost}
        error={errors.unitCost}
      />
      <TextField
        label="Margin %"
        name="margin"
        inputMode="numeric"
        autoComplete="off"
        hint="Added to the cost, for the suggestion"
        defaultValue={values.margin}
      />
    </div>
  );
}
