import { Form, useLoaderData } from "@remix-run/react";
import { Mail } from "lucide-react";
import type { ComponentProps } from "react";
import { listSentEmails } from "../../../../db/sent-emails.server";
import { canSend } from "../../../email/mailer.server";
import { type SentRow, sentRow } from "../../../email/sent-rows";
import { forPartner } from "../../../http/handlers.server";
import { readPagePosition, splitPage, writePagePosition } from "../../../page-position";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { type Column, DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { Pagination } from "../../../ui/Pagination";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";
import { EmailTabs } from "./EmailTabs";

const PAGE = "/settings/emails/sent";
const MESSAGES_A_PAGE = 25;

export const meta = () => [{ title: "Sent e-mails · Topup" }];

export const loader = forPartner(async ({ db, settings, partner, now }, { request }) => {
  const { searchParams } = new URL(request.url);
  const from = readPagePosition(searchParams.get("from"));
  const { shown, next } = splitPage(
    await listSentEmails(db, partner.id, from, MESSAGES_A_PAGE + 1),
    MESSAGES_A_PAGE,
  );
  return {
    rows: shown.map((one) => sentRow(one, now())),
    isConfigured: canSend(settings),
    again: searchParams.get("again"),
    isFirst: from === null,
    olderHref: next && `${PAGE}?from=${writePagePosition(next.createdAt, next.id)}`,
  };
});

const COLUMNS: Column<SentRow>[] = [
  {
    key: "what",
    header: "E-mail",
    priority: "title",
    cell: ({ label, to, customerHref }) => (
      <span className="grid gap-0.5">
        <span>{label}</span>
        <span className="text-xs break-all text-muted-foreground">
          {customerHref ? <TextLink href={customerHref}>{to}</TextLink> : to}
        </span>
      </span>
    ),
  },
  {
    key: "status",
    header: "Status",
    cell: ({ status, error }) => (
      <span className="grid min-w-0 justify-items-start gap-1 stacked:justify-items-end stacked:text-end">
        <Badge tone={status.tone}>{status.label}</Badge>
        {error && <span className="text-xs wrap-anywhere text-muted-foreground">{error}</span>}
      </span>
    ),
  },
  { key: "tries", header: "Tries", align: "end", cell: ({ tries }) => tries },
  { key: "when", header: "When", cell: ({ created, sent }) => <Timestamp {...(sent ?? created)} /> },
  {
    key: "again",
    header: "Again",
    priority: "actions",
    cell: ({ id, label, to, created, canSendAgain, instead }) =>
      canSendAgain ? (
        <Form method="post" action={`${PAGE}/${id}/again`}>
          <Button type="submit" size="small" aria-label={`Send again: ${label} to ${to}, ${created.exact}`}>
            Send again
          </Button>
        </Form>
      ) : (
        instead && <span className="text-xs text-muted-foreground">{instead}</span>
      ),
  },
];

/** What became of the wish to send something again. */
const AGAIN = new Map<string, ComponentProps<typeof Notice>>([
  [
    "requeued",
    {
      tone: "success",
      title: "It is being sent again",
      text: "Its line below says what becomes of it.",
    },
  ],
  [
    "waiting",
    { title: "It has not gone out yet", text: "It is tried again by itself; there is nothing to do." },
  ],
  [
    "secret",
    {
      title: "A sign-in code is not sent again",
      text: "Nobody keeps it, and it works for 10 minutes. Whoever wants to sign in asks for a new one there.",
    },
  ],
]);

export default function SentEmails() {
  const { rows, isConfigured, again, isFirst, olderHref } = useLoaderData<typeof loader>();
  const answer = again === null ? undefined : AGAIN.get(again);
  return (
    <>
      <PageHeader
        title="Sent e-mails"
        description="Every message to your customers and your team, and what became of it. Sign-in codes are listed for 30 days; the codes themselves are not kept."
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "E-mails", href: "/settings/emails" },
          { label: "Sent" },
        ]}
      />
      <EmailTabs current="sent" />
      {!isConfigured && (
        <Notice
          tone="warning"
          title="E-mail is not configured"
          text="Nothing is sent, and nothing else is held up by it. Whoever runs the platform can set up a provider; what was not sent can then be sent again here."
        />
      )}
      {answer && <Notice {...answer} />}
      <Card flush>
        {rows.length > 0 ? (
          <DataTable caption="Messages" captionHidden columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />
        ) : (
          <EmptyState
            icon={Mail}
            line={isFirst ? "Nothing was sent yet" : "No more messages"}
            text="The first receipt appears here."
          />
        )}
      </Card>
      <Pagination
        newerHref={isFirst ? undefined : PAGE}
        olderHref={olderHref ?? undefined}
        labels={{ navigation: "Pages of messages", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
