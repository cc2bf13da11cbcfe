import { Form } from "@remix-run/react";
import { Card } from "../../../ui/Card";
import { FieldErrors } from "../../../ui/FieldErrors";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";

interface NewPortalFormProps {
  domain: string;
  values: { subdomain: string; title: string };
  errors: { subdomain?: string | undefined; title?: string | undefined };
  isSaving: boolean;
}

/** The two things that a portal needs before anything else. */
export function NewPortalForm({ domain, values, errors, isSaving }: NewPortalFormProps) {
  return (
    <Card
      title="Open your portal"
      description="Its address is chosen once, because your customers will keep it. Everything else can be changed later."
    >
      <Form method="post" className="grid max-w-xl gap-5" noValidate>
        <FieldErrors errors={errors} />
        <TextField
          label="Address"
          name="subdomain"
          hint={`Letters, digits and hyphens. Your portal will be at acme-voice.${domain}, with your word in front.`}
          error={errors.subdomain}
          defaultValue={values.subdomain}
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField
          label="Title"
          name="title"
          hint="The name that your customers know you by"
          error={errors.title}
          defaultValue={values.title}
        />
        <div>
          <SubmitButton name="intent" value="open" pending={isSaving && "Opening…"}>
            Open portal
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
