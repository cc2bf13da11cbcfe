import {
  MAX_DESCRIPTION_LENGTH,
  MAX_NAME_LENGTH,
  type PlanErrors,
  type PlanFormValues,
} from "../../plans/plan";
import { MoneyField } from "../../ui/MoneyField";
import { TextArea } from "../../ui/TextArea";
import { TextField } from "../../ui/TextField";

interface PlanTermsProps {
  values: PlanFormValues;
  errors: PlanErrors;
  symbol: string;
  currency: string;
  focusName: boolean | undefined;
}

/** What is sold for how much, and what the partner alone knows of it. */
export function PlanTerms({ values, errors, symbol, currency, focusName }: PlanTermsProps) {
  const money = { symbol, code: currency.toUpperCase() };
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
      <MoneyField label="Price" name="price" {...money} defaultValue={values.price} error={errors.price} />
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
}: Pick<PlanTermsProps, "values" | "errors" | "symbol"> & { code: string }) {
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
