import { Form } from "@remix-run/react";
import type { FeatureErrors, FeatureValues } from "../../../customers/features-form";
import { FieldErrors } from "../../../ui/FieldErrors";
import { SelectField } from "../../../ui/SelectField";
import { SubmitButton } from "../../../ui/SubmitButton";
import { Switch } from "../../../ui/Switch";
import { TextField } from "../../../ui/TextField";

interface FeaturesFormProps {
  values: FeatureValues;
  errors: FeatureErrors;
  pending: string | false | undefined;
}

export function FeaturesForm({ values, errors, pending }: FeaturesFormProps) {
  return (
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <FieldErrors errors={errors} />
      <Switch
        label="AI Credits Enabled"
        name="aiCredits"
        hint="Off, they see no plans and are sent no alerts; what they have stays theirs"
        defaultChecked={values.aiCredits}
      />
      <TextField
        label="Credit price per minute"
        name="pricePerMinute"
        inputMode="decimal"
        autoComplete="off"
        optional="Optional"
        hint="In credits, with up to six decimals, such as 1.5. Empty, use is recorded at no cost."
        defaultValue={values.pricePerMinute}
        error={errors.pricePerMinute}
      />
      <GracePeriod values={values} errors={errors} />
      <TextField
        label="Low credit threshold"
        name="lowThreshold"
        inputMode="decimal"
        autoComplete="off"
        optional="Optional"
        hint="In credits. At or below it the balance counts as low."
        defaultValue={values.lowThreshold}
        error={errors.lowThreshold}
      />
      <Switch
        label="Low credit alerts"
        name="lowAlert"
        hint="They are sent an e-mail when the balance falls to the threshold, and when it is used up"
        defaultChecked={values.lowAlert}
      />
      <div>
        <SubmitButton pending={pending}>Save changes</SubmitButton>
      </div>
    </Form>
  );
}

function GracePeriod({ values, errors }: Pick<FeaturesFormProps, "values" | "errors">) {
  return (
    <div className="grid items-start gap-5 sm:grid-cols-[3fr_2fr]">
      <TextField
        label="Grace period"
        name="grace"
        inputMode="numeric"
        autoComplete="off"
        hint="How long a call in progress may go on once the credits are used up"
        defaultValue={values.grace}
        error={errors.grace}
      />
      <SelectField
        label="Unit of the grace period"
        name="graceUnit"
        options={[
          { value: "seconds", label: "Seconds" },
          { value: "minutes", label: "Minutes" },
        ]}
        defaultValue={values.graceUnit}
      />
    </div>
  );
}
