import { redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { findEmailDomain } from "../../../../db/email-domains.server";
import { sendTestEmail } from "../../../email/preview-email.server";
import { checkDomain } from "../../../email-domains/check-domain.server";
import { readSenderForm, type SenderErrors, type SenderForm } from "../../../email-domains/domain-form";
import { removeDomain, setSender } from "../../../email-domains/set-domain.server";
import { forPartner, forPermitted, invalid } from "../../../http/handlers.server";
import { formUnusable } from "../../../refusals";
import { describeMoment } from "../../../time";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";
import { Timestamp } from "../../../ui/Timestamp";
import { EmailDomainRecords } from "./EmailDomainRecords";

const PAGE = "/settings/email-domain";

export const meta = () => [{ title: "E-mail domain · Topup" }];

export const loader = forPartner(async ({ db, settings, partner, now }, { request }) => {
  const domain = await findEmailDomain(db, partner.id);
  return {
    platformAddress: settings.EMAIL_FROM,
    isConfigured: settings.EMAIL_API_KEY !== "",
    done: new URL(request.url).searchParams.get("done"),
    domain: domain && {
      ...domain,
      checked: domain.checkedAt === null ? null : describeMoment(domain.checkedAt, now(), "en-US"),
    },
  };
});

export const action = forPermitted("change_email_domain", async (context, { request }) => {
  const form = await request.formData();
  const domain = await findEmailDomain(context.db, context.partner.id);
  switch (form.get("intent")) {
    case "save":
      return save();
    case "check":
      if (domain) await checkDomain(context, domain);
      return done("checked");
    case "test":
      if (domain?.status !== "verified") throw formUnusable();
      return done((await sendTestEmail(context, "receipt")).outcome);
    case "remove":
      await removeDomain(context);
      return done("removed");
    default:
      throw formUnusable();
  }

  async function save() {
    const { PLATFORM_HOST, PORTAL_DOMAIN } = context.settings;
    const { values, errors, isValid } = readSenderForm(form, [PLATFORM_HOST, PORTAL_DOMAIN]);
    if (!isValid) return invalid<Mistakes>({ values, errors });
    if ((await setSender(context, values)) === "set") return done("saved");
    const fromEmail = "The provider of e-mail does not take this domain. Somebody else may use it there.";
    return invalid<Mistakes>({ values, errors: { fromEmail } });
  }
});

interface Mistakes {
  values: SenderForm;
  errors: SenderErrors;
}

const done = (what: string) => redirect(`${PAGE}?done=${what}`, 303);

const STATUS = {
  pending: { label: "Pending", tone: "warning" },
  verified: { label: "Verified", tone: "success" },
  failed: { label: "Failed", tone: "danger" },
} as const;

const DONE = new Map<string, { tone: "success" | "danger"; title: string; text: string }>([
  ["saved", { tone: "success", title: "Sender saved", text: "Set the records below, then check them." }],
  [
    "checked",
    { tone: "success", title: "Checked just now", text: "What was found stands beside each record." },
  ],
  [
    "removed",
    {
      tone: "success",
      title: "Domain removed",
      text: "E-mails come from the platform's address again, in your portal's name.",
    },
  ],
  ["sent", { tone: "success", title: "Test e-mail sent", text: "Look for it in your own mailbox." }],
  [
    "failed",
    { tone: "danger", title: "The test e-mail was not sent", text: "Please try again in a moment." },
  ],
  ["not_configured", { tone: "danger", title: "E-mail is not configured", text: "Nothing was sent." }],
]);

export default function EmailDomainPage() {
  const { platformAddress, isConfigured, done, domain } = useLoaderData<typeof loader>();
  const notice = DONE.get(done ?? "");
  return (
    <>
      <PageHeader
        title="E-mail domain"
        description={`Until a domain of yours is verified, e-mails come from ${platformAddress}, in your portal's name, and replies go to your support address.`}
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "E-mail domain" }]}
      />
      {notice && <Notice {...notice} />}
      {isConfigured ? (
        <SenderCard />
      ) : (
        <Notice
          tone="warning"
          title="Own domains are not possible yet"
          text="Whoever runs the platform has not set up a provider that sends from partners' domains."
        />
      )}
      {domain && (
        <Card
          title={domain.domain}
          description={
            domain.checked ? (
              <>
                Last checked <Timestamp {...domain.checked} />. We check it again by ourselves.
              </>
            ) : (
              "Not checked yet. We look for the records by ourselves."
            )
          }
          badge={<Badge tone={STATUS[domain.status].tone}>{STATUS[domain.status].label}</Badge>}
          flush
          footer={<DomainActions isVerified={domain.status === "verified"} />}
        >
          <EmailDomainRecords records={domain.records} findings={domain.findings} />
        </Card>
      )}
    </>
  );
}

function SenderCard() {
  const { domain } = useLoaderData<typeof loader>();
  const mistakes = useActionData<Mistakes>();
  const isSaving = useNavigation().formData?.get("intent") === "save";
  const values = mistakes?.values ?? domain;
  return (
    <Card title="Sender">
      <Form method="post" className="grid max-w-xl gap-5">
        <TextField
          label="From address"
          name="fromEmail"
          inputMode="email"
          autoComplete="off"
          defaultValue={values?.fromEmail ?? ""}
          hint="At a domain whose DNS you can change, for instance hello@yourcompany.com."
          error={mistakes?.errors.fromEmail}
        />
        <TextField
          label="From name"
          name="fromName"
          autoComplete="off"
          defaultValue={values?.fromName ?? ""}
          error={mistakes?.errors.fromName}
        />
        <div>
          <SubmitButton name="intent" value="save" pending={isSaving && "Saving…"}>
            Save sender
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function DomainActions({ isVerified }: { isVerified: boolean }) {
  const intent = useNavigation().formData?.get("intent");
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <SubmitButton
        variant="secondary"
        name="intent"
        value="check"
        pending={intent === "check" && "Looking for the records…"}
      >
        Check again
      </SubmitButton>
      {isVerified && (
        <SubmitButton
          variant="secondary"
          name="intent"
          value="test"
          pending={intent === "test" && "Sending…"}
        >
          Send Test Email
        </SubmitButton>
      )}
      <Button type="submit" name="intent" value="remove">
        Remove domain
      </Button>
    </Form>
  );
}

export const ErrorBoundary = PageErrorBoundary;
