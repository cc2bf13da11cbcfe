import type { ListedEvent } from "../../db/webhook-log.server";
import { type PagePosition, readPagePosition, writePagePosition } from "../page-position";
import { describeMoment } from "../time";

const LOCALE = "en-US";

const OUTCOME = {
  processed: { label: "Processed", tone: "success" },
  ignored: { label: "Not used", tone: "neutral" },
  quarantined: { label: "Needs a look", tone: "danger" },
  failed: { label: "Failed", tone: "danger" },
} as const;

/** An event as the partner's list shows it. */
export function eventRow(event: ListedEvent, now: number) {
  return {
    id: event.eventId,
    type: event.type,
    outcome: OUTCOME[event.outcome],
    detail: inWords(event),
    deliveries: event.deliveries,
    replays: event.replays,
    purchaseId: event.purchaseId,
    lastDelivery: describeMoment(event.lastDeliveryAt, now, LOCALE),
    canReplay: !event.isForgotten,
  };
}

export type EventRow = ReturnType<typeof eventRow>;

// Why something failed is written for whoever can mend Topup, in words that partners can do nothing with.
const inWords = ({ outcome, detail }: Pick<ListedEvent, "outcome" | "detail">): string =>
  outcome === "failed"
    ? "Could not be processed. Stripe will deliver it again; you can also replay it now."
    : detail;

/** What a person reads about the latest replay of an event, or null when there was none. */
export function replayNotice(event: ListedEvent) {
  const { lastReplayOutcome } = event;
  if (!lastReplayOutcome) return null;
  if (lastReplayOutcome === "failed") {
    return {
      tone: "danger" as const,
      title: `${event.type} could not be replayed`,
      text: "Nothing that was done before has changed. Please try again in a moment.",
    };
  }
  return {
    tone: lastReplayOutcome === "quarantined" ? ("warning" as const) : ("success" as const),
    title: `${event.type} replayed: ${OUTCOME[lastReplayOutcome].label.toLowerCase()}`,
    text: event.detail,
  };
}

/** Which events a page of the list shows. */
export interface EventPage {
  needsALook: boolean;
  from: PagePosition | null;
}

const EVENTS_PATH = "/billing-and-invoices/webhooks";

/** The address of a page, `?show=needs-a-look&from=1764000000000.evt_1…`. */
export function eventsPath({ needsALook, from }: EventPage, more: Record<string, string> = {}): string {
  const search = new URLSearchParams({
    ...(needsALook && { show: "needs-a-look" }),
    ...(from && { from: writePagePosition(from.at, from.id) }),
    ...more,
  });
  return search.size > 0 ? `${EVENTS_PATH}?${search}` : EVENTS_PATH;
}

/** Reads such an address; what is no position begins at the newest. */
export function readEventPage(search: URLSearchParams): EventPage {
  return {
    needsALook: search.get("show") === "needs-a-look",
    from: readPagePosition(search.get("from")),
  };
}

/** Where an event is replayed from; the search says which page to come back to. */
export const replayPath = (eventId: string, page: EventPage): string =>
  eventsPath(page).replace(EVENTS_PATH, `${EVENTS_PATH}/${encodeURIComponent(eventId)}/replay`);
