import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createContext } from "../../app/context.server";
import { explainRejections } from "../../app/stripe/explain-rejections.server";
import { receiveEvent } from "../../app/stripe/receive-event.server";
import type { RejectionCause } from "../../app/stripe/rejection";
import { cron } from "../shop/outside";
import { deliver, signedRequest } from "./deliver";
import { observed } from "./observed-binding";
import { asStripeWrites, unusedEvent } from "./sample-events";

const HOUR_MS = 3_600_000;
const event = unusedEvent("acct_of_nobody");

// An hour for each test, so that none finds the counts of the one before.
let now = Date.now() - (Date.now() % HOUR_MS);
let warnings: string[];
beforeEach(() => {
  now += HOUR_MS;
  warnings = [];
  vi.spyOn(console, "warn").mockImplementation((line) => void warnings.push(JSON.parse(line).event));
});
afterEach(() => vi.restoreAllMocks());

/** The app at a time of the test's choosing. `done` waits for what it does after its answers. */
function receiver(DB: D1Database = env.DB) {
  const later: Promise<unknown>[] = [];
  const context = { ...createContext({ ...env, DB }, (work) => later.push(work)), now: () => now };
  return {
    context,
    receive: (request: Request) => receiveEvent(context, request),
    done: () => Promise.all(later),
  };
}

const signedNow = (changes: Parameters<typeof signedRequest>[1] = {}) =>
  signedRequest(event, { signedAt: now / 1000, ...changes });

const rowsOfThisHour = async () => {
  const rows = env.DB.prepare("SELECT * FROM rejected_deliveries WHERE hour_at = ?").bind(
    now - (now % HOUR_MS),
  );
  return (await rows.all<{ cause: string; deliveries: number }>()).results;
};

const thin = { ...event, object: "v2.core.event" };

const REJECTED: [RejectionCause, status: number, request: () => Promise<Request>][] = [
  ["no_signature", 400, () => signedNow({ signature: "" })],
  ["malformed_signature", 400, () => signedNow({ signature: "sha256=abcdef" })],
  ["too_old", 400, () => signedNow({ signedAt: now / 1000 - 301 })],
  ["dated_ahead", 400, () => signedNow({ signedAt: now / 1000 + 61 })],
  ["not_a_snapshot", 400, () => signedRequest(thin, { signedAt: now / 1000 })],
  ["reencoded", 400, () => signedNow({ tamperedBody: JSON.stringify(event) })],
  ["altered", 400, () => signedNow({ tamperedBody: JSON.stringify({ ...event, livemode: true }) })],
  ["altered", 400, () => signedNow({ tamperedBody: "amount=1" })],
  ["wrong_secret", 400, () => signedNow({ secret: "whsec_of_somebody_else" })],
  ["too_large", 413, () => signedNow({ tamperedBody: "x".repeat(600 * 1024) })],
];

for (const [cause, status, request] of REJECTED) {
  test(`B4 a delivery is turned away, and the log says ${cause} and nothing of the body`, async () => {
    const { receive, done } = receiver();
    const answer = await receive(await request());
    await done();

    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain(cause === "too_large" ? "KiB" : cause);
    expect(await rowsOfThisHour()).toEqual([
      { hour_at: now, cause, deliveries: 1, first_at: now, last_at: now },
    ]);
    expect(
      await env.DB.prepare("SELECT 1 FROM webhook_events WHERE event_id = ?").bind(event.id).all(),
    ).toMatchObject({ results: [] });
  });
}

test("B4 a body that unfolds to many times its size is not unfolded", async () => {
  const { receive, done } = receiver();
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  expect((await receive(await signedNow({ tamperedBody: deep }))).status).toBe(400);
  await done();
  expect(await rowsOfThisHour()).toMatchObject([{ cause: "altered" }]);
});

test("T25 a flood costs one write in ten seconds, and is counted", async () => {
  let writes = 0;
  const { receive, done } = receiver(observed(env.DB, (name) => void (name === "prepare" && writes++)));
  const floods = async (times: number) => {
    for (let sent = 0; sent < times; sent += 1) await receive(await signedNow({ signature: "" }));
  };
  await floods(20);
  expect(writes).toBe(1);

  now += 10_000;
  await floods(1);
  await done();
  expect(writes).toBe(2);
  expect(await rowsOfThisHour()).toMatchObject([{ cause: "no_signature", deliveries: 21, last_at: now }]);
});

test("D1 is away: the answer is the same, and the log of the Worker says what was not written", async () => {
  const downDb = new Proxy(env.DB, {
    get() {
      throw new Error("D1_ERROR: Network connection lost.");
    },
  });
  const { receive, done } = receiver(downDb);

  expect((await receive(await signedNow({ signature: "" }))).status).toBe(400);
  await done();
  expect(warnings).toEqual(["webhook_rejected", "webhook_rejection_not_recorded"]);
});

test("B4 the operator reads what was turned away in the last seven days, and what to do", async () => {
  await env.DB.prepare("DELETE FROM rejected_deliveries").run();
  const { context, receive, done } = receiver();
  const started = now;
  for (const hours of [0, 1, 2]) {
    now = started + hours * HOUR_MS;
    await receive(await signedNow({ secret: "whsec_of_somebody_else" }));
  }
  await receive(await signedNow({ signature: "" }));
  now += 7 * 24 * HOUR_MS - 1.5 * HOUR_MS;
  await receive(await signedNow({ signature: "" }));
  await done();

  expect(await explainRejections(context)).toMatchObject([
    { cause: "no_signature", deliveries: 2, lastAt: now, fix: expect.stringContaining("Let it through") },
    {
      cause: "wrong_secret",
      deliveries: 2,
      firstAt: started + HOUR_MS,
      title: expect.stringContaining("STRIPE_CONNECT_WEBHOOK_SECRET"),
    },
  ]);
});

test("B4 the built Worker records too, and after 90 days the cron forgets it", async () => {
  const hour = "SELECT count(*) AS n FROM rejected_deliveries WHERE cause = 'altered' AND last_at > ?";
  const counted = (since: number) => env.DB.prepare(hour).bind(since).first("n");
  await env.DB.prepare("DELETE FROM rejected_deliveries").run();
  const started = Date.now() - 1;

  await deliver(event, { tamperedBody: `${asStripeWrites(event).slice(0, -1)},"more":1}` });
  await deliver(event, { tamperedBody: "{}" });
  await expect.poll(() => counted(started)).toBe(1);

  await env.DB.prepare("UPDATE rejected_deliveries SET hour_at = hour_at - ?")
    .bind(91 * 24 * HOUR_MS)
    .run();
  await cron();
  expect(await counted(started)).toBe(0);
});
