import type Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningStandIn, runStandIn } from "./run-stand-in";
import { newSession, pay } from "./shopping";

interface LoggedEvent {
  id: string;
  type: string;
  deliveries: { endpoint: string; state: string; attempts: { status: number | null }[] }[];
}

const PAID = [
  "payment_intent.created",
  "charge.succeeded",
  "payment_intent.succeeded",
  "application_fee.created",
  "checkout.session.completed",
];
const COMPLETED = "checkout.session.completed";

let standIn: RunningStandIn;
let account: string;
let stripe: Stripe;

beforeAll(async () => {
  standIn = await runStandIn();
}, 30_000);
afterAll(() => standIn.stop());
beforeEach(async () => {
  await standIn.control("reset");
  account = await standIn.openAccount();
  stripe = standIn.stripe(account);
  standIn.inbox.clear();
});

async function buy(): Promise<void> {
  const { id } = await stripe.checkout.sessions.create(newSession());
  await pay(standIn, id, "4242424242424242");
}

async function logged(type: string): Promise<LoggedEvent> {
  const query = `events?type=${type}&account=${account}`;
  const { events } = await standIn.control<{ events: LoggedEvent[] }>(query, {}, "GET");
  const [event] = events;
  if (!event) throw new Error(`No ${type} is logged`);
  return event;
}

test("each endpoint hears of its own scope only, signed with its own secret", async () => {
  await buy();
  const scopes = standIn.inbox.received.map(({ event, scope }) => [event.type, scope]);
  expect(scopes).toEqual(
    PAID.map((type) => [type, type === "application_fee.created" ? "platform" : "connect"]),
  );
  expect(standIn.inbox.refused).toEqual([]);
});

test("an event that the application could not take is delivered again until it could", async () => {
  standIn.inbox.answers = [200, 200, 200, 200, 500, 302];
  await buy();
  const times = () => standIn.inbox.types().filter((type) => type === COMPLETED).length;
  expect(times()).toBe(1);
  expect((await logged(COMPLETED)).deliveries).toMatchObject([
    { state: "pending", attempts: [{ status: 500 }] },
  ]);

  for (let waited_ms = 0; waited_ms < 12_000 && times() < 3; waited_ms += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await expect
    .poll(async () => (await logged(COMPLETED)).deliveries)
    .toMatchObject([{ state: "delivered", attempts: [{ status: 500 }, { status: 302 }, { status: 200 }] }]);
}, 20_000);

test("an event that was dropped never comes, is listed as undelivered, and comes when it is resent", async () => {
  await standIn.control("faults", { action: "drop", type: COMPLETED });
  await buy();
  expect(standIn.inbox.types()).not.toContain(COMPLETED);
  const missed = await stripe.events.list({ delivery_success: false });
  expect(missed.data).toMatchObject([{ type: COMPLETED, pending_webhooks: 1 }]);

  await standIn.control(`events/${missed.data[0]?.id}/resend`, { times: 3, parallel: true });

  expect(standIn.inbox.types().filter((type) => type === COMPLETED)).toHaveLength(3);
  expect((await stripe.events.list({ delivery_success: false })).data).toEqual([]);
});

test("an event that is held back waits for `deliver`", async () => {
  await standIn.control("faults", { action: "hold", type: COMPLETED });
  await buy();
  expect(standIn.inbox.types()).not.toContain(COMPLETED);
  await standIn.control("deliver");
  expect(standIn.inbox.types().at(-1)).toBe(COMPLETED);
});

test("a delayed event comes later by itself", async () => {
  await standIn.control("faults", { action: "delay", type: COMPLETED, delay_ms: 300 });
  await buy();
  expect(standIn.inbox.types()).not.toContain(COMPLETED);
  expect((await standIn.inbox.waitFor(COMPLETED)).type).toBe(COMPLETED);
});

test("events can come twice, or back to front", async () => {
  await standIn.control("faults", { action: "duplicate", type: COMPLETED });
  await buy();
  expect(standIn.inbox.types()).toEqual([...PAID, COMPLETED]);

  standIn.inbox.clear();
  await standIn.control("faults", { action: "reorder", type: COMPLETED });
  await buy();
  expect(standIn.inbox.types()).toEqual(PAID.toReversed());
});

test.each(["old_timestamp", "bad_signature"])(
  "%s is refused by Stripe's verifier, and the retry is not",
  async (action) => {
    await standIn.control("faults", { action, type: COMPLETED });
    await buy();
    expect(standIn.inbox.refused).toHaveLength(1);
    expect(standIn.inbox.types()).not.toContain(COMPLETED);
    await standIn.control("deliver");
    expect(standIn.inbox.types()).toContain(COMPLETED);
  },
);

test("a fault is over after its times, and can be called off", async () => {
  await standIn.control("faults", { action: "drop", times: 100 });
  expect(await standIn.control("faults", {}, "GET")).toMatchObject({
    faults: [{ action: "drop", times_left: 100 }],
  });
  await standIn.control("faults", {}, "DELETE");
  await buy();
  expect(standIn.inbox.types()).toEqual(PAID);
});

test("an endpoint made by the API hears what it asked for, with the secret that only its creation showed", async () => {
  const platform = standIn.stripe();
  const endpoint = await platform.webhookEndpoints.create({
    url: standIn.inbox.url,
    enabled_events: [COMPLETED],
    connect: true,
  });
  expect(endpoint.secret).toMatch(/^whsec_/);
  expect((await platform.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
  await buy();
  // The inbox knows another secret, so this copy is one that it refuses.
  expect(standIn.inbox.refused).toHaveLength(1);
  await platform.webhookEndpoints.del(endpoint.id);
  await buy();
  expect(standIn.inbox.refused).toHaveLength(1);
});
