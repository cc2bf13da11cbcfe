import { expect, test } from "vitest";
import {
  type EventPage,
  eventRow,
  eventsPath,
  readEventPage,
  replayNotice,
  replayPath,
} from "../../app/stripe/event-rows";
import type { ListedEvent } from "../../db/webhook-log.server";

const NOW = Date.UTC(2026, 10, 22, 18, 0);

const event = (changes: Partial<ListedEvent> = {}): ListedEvent => ({
  eventId: "evt_1",
  type: "checkout.session.completed",
  outcome: "processed",
  detail: "Credited",
  purchaseId: "purchase_1",
  deliveries: 2,
  lastDeliveryAt: NOW - 180_000,
  replays: 0,
  lastReplayAt: null,
  lastReplayOutcome: null,
  isForgotten: false,
  ...changes,
});

test("L146 an event is told in words", () => {
  expect(eventRow(event(), NOW)).toMatchObject({
    outcome: { label: "Processed", tone: "success" },
    detail: "Credited",
    lastDelivery: { relative: "3 minutes ago", exact: "Nov 22, 2026, 5:57:00 PM UTC" },
    canReplay: true,
  });
  expect(eventRow(event({ isForgotten: true }), NOW).canReplay).toBe(false);
});

test("L146 why something failed is not for partners to read", () => {
  const { detail } = eventRow(event({ outcome: "failed", detail: "Error: D1_ERROR: no such table" }), NOW);
  expect(detail).toBe("Could not be processed. Stripe will deliver it again; you can also replay it now.");
});

test.each<EventPage>([
  { needsALook: false, from: null },
  { needsALook: true, from: null },
  { needsALook: false, from: { at: NOW, id: "evt_1AbC" } },
  { needsALook: true, from: { at: 0, id: "evt_test-2" } },
])("L146 the address of a page leads to it, and Replay comes back: %j", (page) => {
  for (const path of [eventsPath(page), replayPath("evt_1", page)]) {
    expect(readEventPage(new URL(path, "https://app.test").searchParams)).toEqual(page);
  }
});

test("L146 an event's id is one part of the address, whatever is in it", () => {
  expect(replayPath("../a?b", { needsALook: false, from: null })).toBe(
    "/billing-and-invoices/webhooks/..%2Fa%3Fb/replay",
  );
});

test.each(["evt_1", "1", "x.evt_1", "1.", "1.<b>", "1234567890123456.evt_1"])(
  "L146 what is no position begins at the newest: %s",
  (from) => {
    expect(readEventPage(new URLSearchParams({ from })).from).toBeNull();
  },
);

test.each([
  [null, undefined],
  ["processed", "success"],
  ["ignored", "success"],
  ["quarantined", "warning"],
  ["failed", "danger"],
] as const)("L146 a replay that was %s is told as %s", (lastReplayOutcome, tone) => {
  expect(replayNotice(event({ lastReplayOutcome }))?.tone).toBe(tone);
});
