import { Form, useLoaderData } from "@remix-run/react";
import { Mail } from "lucide-react";
import type { ComponentProps } from "react";
import { listSentEmails } from "../../../../db/sent-emails.server";
import { canSend } from "../../../email/mailer.server";
import { readSentPage, SENT_PATH, SHOWN_EMAILS, sentPath } from "../../../email/sent-filter";
import { type SentRow, sentRow } from "../../../email/sent-rows";
import { forPartner } from "../../../http/handlers.server";
import { splitPage } from "../../../page-position";
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
import { SentFilter } from "./SentFilter";

const MESSAGES_A_PAGE = 25;

export const meta = () => [{ title: "Sent e-mails · Topup" }];

export const loader = forPartner(async ({ db, settings, partner, now }, { request }) => {
  const { searchParams } = new URL(request.url);
  const page = readSentPage(searchParams);
  const { shown, next } = splitPage(
    await listSentEmails(db, partner.id, page, MESSAGES_A_PAGE + 1),
    MESSAGES_A_PAGE,
  );
  return {
    rows: shown.map((one) => sentRow(one, now())),
    isConfigured: canSend(settings),
    again: searchParams.get("again"),
    show: page.show,
    choices: SHOWN_EMAILS,
    path: SENT_PATH,
    newestHref: page.from && sentPath({ ...page, from: null }),
    olderHref: next && sentPath({ ...page, from: { at: next.createdAt, id: next.id } }),
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
    cell: ({ label, to, created, againPath, instead }) =>
      againPath ? (
        <Form method="post" action={againPath}>
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
  const { rows, isConfigured, again, show, choices, path, newestHref, olderHref } =
    useLoaderData<typeof loader>();
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
        <SentFilter path={path} show={show} choices={choices} />
        {rows.length > 0 ? (
          <DataTable caption="Messages" captionHidden columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={Mail} {...emptyLine(show !== null, newestHref !== null)} />
        )}
      </Card>
      <Pagination
        newerHref={newestHref ?? undefined}
        olderHref={olderHref ?? undefined}
        labels={{ navigation: "Pages of messages", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

function emptyLine(isNarrowed: boolean, isBehind: boolean) {
  if (isBehind) return { line: "No more messages" };
  return isNarrowed
    ? { line: "No such messages", text: "Show all e-mails to see the others." }
    : { line: "Nothing was sent yet", text: "The first receipt appears here." };
}

export const ErrorBoundary = PageErrorBoundary;
