import { useLoaderData } from "@remix-run/react";
import { Webhook } from "lucide-react";
import { findEvent, findLatestEvent, listEvents } from "../../../../db/webhook-log.server";
import { forPartner } from "../../../http/handlers.server";
import { splitPage } from "../../../page-position";
import { eventRow, eventsPath, readEventPage, replayNotice } from "../../../stripe/event-rows";
import { describeMoment } from "../../../time";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { Pagination } from "../../../ui/Pagination";
import { Timestamp } from "../../../ui/Timestamp";
import { webhookEventColumns } from "./WebhookEventColumns";

const LOCALE = "en-US";
const EVENTS_A_PAGE = 25;

export const meta = () => [{ title: "Webhooks · Topup" }];

export const loader = forPartner(async ({ db, partner, account, now }, { request }) => {
  const { searchParams } = new URL(request.url);
  const page = readEventPage(searchParams);
  const replayedId = searchParams.get("replayed");
  const [found, newest, replayed] = await Promise.all([
    // One more than is shown says whether there is a next page, and nothing has to be counted.
    listEvents(db, account, { ...page, limit: EVENTS_A_PAGE + 1 }),
    findLatestEvent(db, account),
    replayedId ? findEvent(db, partner.id, replayedId) : null,
  ]);
  const { shown, next } = splitPage(found, EVENTS_A_PAGE);
  return {
    page,
    isConnected: account !== null && account.deauthorizedAt === null,
    events: shown.map((event) => eventRow(event, now())),
    lastEvent: newest ? describeMoment(newest.lastDeliveryAt, now(), LOCALE) : null,
    notice: replayed && replayNotice(replayed),
    olderHref: next && eventsPath({ ...page, from: { at: next.lastDeliveryAt, id: next.eventId } }),
  };
});

export default function WebhookEvents() {
  const { page, notice, lastEvent, events, olderHref } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="What Stripe told us about your account, and what became of it."
        breadcrumbs={[{ label: "Billing & Invoices", href: "/billing-and-invoices" }, { label: "Webhooks" }]}
      />
      {notice && <Notice {...notice} />}
      {lastEvent && (
        <p>
          Last event from Stripe: <Timestamp {...lastEvent} />
        </p>
      )}
      <Filter needsALook={page.needsALook} />
      <Card flush>
        {events.length > 0 ? (
          <DataTable
            caption="Events from Stripe"
            captionHidden
            columns={webhookEventColumns(page)}
            rows={events}
            rowKey={(event) => event.id}
          />
        ) : (
          <NoEvents />
        )}
      </Card>
      <Pagination
        newerHref={page.from ? eventsPath({ ...page, from: null }) : undefined}
        olderHref={olderHref ?? undefined}
        labels={{ navigation: "Pages of events", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

function Filter({ needsALook }: { needsALook: boolean }) {
  const choices = [
    { label: "All", needsALook: false },
    { label: "Needs a look", needsALook: true },
  ];
  return (
    <nav aria-label="Which events" className="flex gap-2">
      {choices.map((choice) => (
        <ButtonLink
          key={choice.label}
          href={eventsPath({ needsALook: choice.needsALook, from: null })}
          size="small"
          {...(choice.needsALook === needsALook
            ? ({ variant: "secondary", "aria-current": "page" } as const)
            : ({ variant: "quiet" } as const))}
        >
          {choice.label}
        </ButtonLink>
      ))}
    </nav>
  );
}

function NoEvents() {
  const { page, isConnected } = useLoaderData<typeof loader>();
  if (page.from) return <EmptyState icon={Webhook} line="No more events" />;
  if (!isConnected) {
    return (
      <EmptyState
        icon={Webhook}
        line="Stripe is not connected"
        text="What Stripe tells us about your account appears here."
        action={<ButtonLink href="/settings/stripe-connect">Connect Stripe</ButtonLink>}
      />
    );
  }
  if (page.needsALook) {
    return (
      <EmptyState
        icon={Webhook}
        line="Nothing needs a look"
        text="Every event was processed, or is not used."
      />
    );
  }
  return (
    <EmptyState
      icon={Webhook}
      line="No event from Stripe yet"
      text="The first purchase in your portal brings the first ones. There is nothing to set up at Stripe."
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
