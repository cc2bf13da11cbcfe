import { Form } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { PLAN_ORDER_LABEL } from "../../../plans/plan-order";
import {
  CREDIT_WORDS,
  LOCALES,
  type PortalErrors,
  type PortalField,
  type PortalFormValues,
  THEMES,
} from "../../../portals/portal-form";
import { Card } from "../../../ui/Card";
import { CopyableId } from "../../../ui/CopyableId";
import { FieldErrors } from "../../../ui/FieldErrors";
import { SelectField } from "../../../ui/SelectField";
import { SubmitButton } from "../../../ui/SubmitButton";
import { Switch } from "../../../ui/Switch";
import { TextField } from "../../../ui/TextField";
import { ColorField } from "./ColorField";
import { PortalPreview, type PreviewedImages } from "./PortalPreview";

const textOf = (form: FormData, name: PortalField) => String(form.get(name) ?? "");

export const portalFormValues = (form: FormData): PortalFormValues => ({
  enabled: form.has("enabled"),
  signupsAllowed: form.has("signupsAllowed"),
  title: textOf(form, "title"),
  slogan: textOf(form, "slogan"),
  brandColor: textOf(form, "brandColor"),
  theme: textOf(form, "theme"),
  creditWord: textOf(form, "creditWord"),
  locale: textOf(form, "locale"),
  supportEmail: textOf(form, "supportEmail"),
  termsUrl: textOf(form, "termsUrl"),
  privacyUrl: textOf(form, "privacyUrl"),
  planOrder: textOf(form, "planOrder"),
});

interface PortalSettingsFormProps {
  address: string;
  images: PreviewedImages;
  values: PortalFormValues;
  errors: PortalErrors;
  isSaving: boolean;
}

interface Section {
  values: PortalFormValues;
  errors: PortalErrors;
}

export function PortalSettingsForm({ address, images, values, errors, isSaving }: PortalSettingsFormProps) {
  // With scripts the preview follows the typing; without, it shows what "Update preview" sent.
  const [typed, setTyped] = useState(values);
  return (
    <Form
      method="post"
      action="/settings/portal"
      className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]"
      noValidate
      onInput={(event) => setTyped(portalFormValues(new FormData(event.currentTarget)))}
    >
      <div className="grid gap-6">
        <FieldErrors title="Nothing was saved. Check the highlighted fields" errors={errors} />
        <Availability address={address} values={values} />
        <Looks values={values} errors={errors} color={typed.brandColor} />
        <Words values={values} errors={errors} />
        <Contact values={values} errors={errors} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={isSaving && "Saving…"}>Save changes</SubmitButton>
          <SubmitButton variant="secondary" name="intent" value="preview">
            Update preview
          </SubmitButton>
        </div>
      </div>
      <div className="xl:sticky xl:top-6">
        <PortalPreview values={typed} images={images} />
      </div>
    </Form>
  );
}

function Fields({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <div className="grid max-w-xl gap-5">{children}</div>
    </Card>
  );
}

const Availability = ({ address, values }: { address: string; values: PortalFormValues }) => (
  <Fields title="Availability">
    <p className="text-sm">
      Your customers come to <CopyableId value={address} what="address of the portal" />
    </p>
    <Switch
      label="Portal is open"
      name="enabled"
      hint="Switched off, every page says that it is not available. Nobody is signed out and no credits are lost"
      defaultChecked={values.enabled}
    />
    <Switch
      label="Anybody may sign up"
      name="signupsAllowed"
      hint="Otherwise only customers whom you invited can sign in"
      defaultChecked={values.signupsAllowed}
    />
  </Fields>
);

const Looks = ({ values, errors, color }: Section & { color: string }) => (
  <Fields title="Looks">
    <ColorField value={values.brandColor} typed={color} error={errors.brandColor} />
    <SelectField
      label="Theme"
      name="theme"
      options={Object.entries(THEMES).map(([value, label]) => ({ value, label }))}
      defaultValue={values.theme}
      error={errors.theme}
    />
  </Fields>
);

const Words = ({ values, errors }: Section) => (
  <Fields title="Words">
    <TextField label="Title" name="title" defaultValue={values.title} error={errors.title} />
    <TextField
      label="Slogan"
      name="slogan"
      optional="Optional"
      defaultValue={values.slogan}
      error={errors.slogan}
    />
    <SelectField
      label="Credits are called"
      name="creditWord"
      options={Object.entries(CREDIT_WORDS).map(([value, label]) => ({ value, label }))}
      defaultValue={values.creditWord}
      error={errors.creditWord}
    />
    <SelectField
      label="Language"
      name="locale"
      hint="For customers whose browser asks for none that we have"
      options={Object.entries(LOCALES).map(([value, label]) => ({ value, label }))}
      defaultValue={values.locale}
      error={errors.locale}
    />
    <SelectField
      label="Plans are shown"
      name="planOrder"
      options={Object.entries(PLAN_ORDER_LABEL).map(([value, label]) => ({ value, label }))}
      defaultValue={values.planOrder}
      error={errors.planOrder}
    />
  </Fields>
);

const Contact = ({ values, errors }: Section) => (
  <Fields title="Contact and legal">
    <TextField
      label="Support e-mail"
      name="supportEmail"
      type="email"
      optional="Optional"
      hint="Where your customers' replies to e-mails go, and the link at the foot of each page"
      defaultValue={values.supportEmail}
      error={errors.supportEmail}
    />
    <TextField
      label="Terms"
      name="termsUrl"
      inputMode="url"
      placeholder="https://"
      optional="Optional"
      defaultValue={values.termsUrl}
      error={errors.termsUrl}
    />
    <TextField
      label="Privacy policy"
      name="privacyUrl"
      inputMode="url"
      placeholder="https://"
      optional="Optional"
      defaultValue={values.privacyUrl}
      error={errors.privacyUrl}
    />
  </Fields>
);
