import { redirect } from "@remix-run/cloudflare";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { Mail } from "lucide-react";
import { KINDS, readCustomerKind } from "../../../email/kinds";
import { previewEmail, sendTestEmail } from "../../../email/preview-email.server";
import { forPartner } from "../../../http/handlers.server";
import { notFound } from "../../../refusals";
import { Card } from "../../../ui/Card";
import { DefinitionList } from "../../../ui/DefinitionList";
import { EmptyState } from "../../../ui/EmptyState";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";

export const meta = () => [{ title: "Preview of an e-mail · Topup" }];

export const loader = forPartner(async (context, { params, request }) => {
  const kind = readCustomerKind(params.kind);
  if (!kind) throw notFound();
  const preview = await previewEmail(context, kind);
  const tested = new URL(request.url).searchParams.get("tested");
  return {
    kind,
    label: KINDS[kind].label,
    when: KINDS[kind].when,
    address: context.member.email,
    notice: testNotice(tested, context.member.email),
    preview: preview && {
      from: `${preview.letter.from.name} <${preview.letter.from.email}>`,
      replyTo: preview.letter.replyTo,
      subject: preview.written.subject,
      text: preview.written.text,
    },
  };
});

export const action = forPartner(async (context, { params }) => {
  const kind = readCustomerKind(params.kind);
  if (!kind) throw notFound();
  const { outcome } = await sendTestEmail(context, kind);
  return redirect(`/settings/emails/preview/${kind}?tested=${outcome}`, 303);
});

function testNotice(tested: string | null, address: string) {
  if (tested === "sent")
    return { tone: "success" as const, title: "Test e-mail sent", text: `Look for it in ${address}.` };
  if (tested === "not_configured")
    return {
      tone: "warning" as const,
      title: "E-mail is not configured",
      text: "Nothing was sent. Whoever runs the platform has not set up a provider of e-mail yet.",
    };
  if (tested === "failed")
    return {
      tone: "danger" as const,
      title: "The test e-mail was not sent",
      text: "The provider of e-mail did not take it. Please try again in a moment.",
    };
  return null;
}

export default function PreviewEmail() {
  const { label, when, notice, preview } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={label}
        description={`${when} The figures are made up.`}
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "E-mails", href: "/settings/emails" },
          { label },
        ]}
      />
      {notice && <Notice {...notice} />}
      {preview ? (
        <Preview />
      ) : (
        <Card>
          <EmptyState
            icon={Mail}
            line="There is no portal yet"
            text="E-mails carry the name and the colour of your portal."
          />
        </Card>
      )}
    </>
  );
}

function Preview() {
  const { kind, label, address, preview } = useLoaderData<typeof loader>();
  const isSending = useNavigation().state !== "idle";
  if (!preview) return null;
  const { from, replyTo, subject, text } = preview;
  return (
    <>
      <Card
        footer={
          <Form method="post">
            <SubmitButton pending={isSending && "Sending…"}>{`Send a test to ${address}`}</SubmitButton>
          </Form>
        }
      >
        <DefinitionList
          items={[
            { term: "From", details: from },
            { term: "Replies go to", details: replyTo ?? "nobody" },
            { term: "Subject", details: subject },
          ]}
        />
      </Card>
      <Card title="As most people see it" flush>
        <iframe
          title={`${label} as most people see it`}
          src={`/settings/emails/preview/${kind}/message.html`}
          sandbox=""
          className="h-[40rem] w-full border-t border-border bg-white"
        />
      </Card>
      <Card title="As plain text">
        <pre className="font-mono text-xs wrap-anywhere whitespace-pre-wrap">{text}</pre>
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
