import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../../app/time";
import { adjusted } from "../portals/adjusted";
import type { Customer } from "../shop/people";
import { openShop } from "../shop/shop";
import { kindsOf, onlyMail, switchKind } from "./messages-of";

/** A customer with credits and a line at 100; what a wallet tells of each step is copied before the next. */
async function withCredits(start: number, changes: Record<string, number | null> = {}): Promise<Customer> {
  const shop = await openShop();
  const ana = await shop.customer();
  await customerIs(ana, { low_threshold_micros: 100_000_000, ...changes });
  await moves(ana, start);
  return ana;
}

async function customerIs(ana: Customer, changes: Record<string, number | null>): Promise<void> {
  for (const [column, value] of Object.entries(changes)) {
    await env.DB.prepare(`UPDATE customers SET ${column} = ? WHERE id = ?`).bind(value, ana.id).run();
  }
}

async function moves(ana: Customer, ...steps: number[]): Promise<void> {
  for (const credits of steps) {
    await adjusted(ana, credits, "Step");
    await ana.walletIsCopied();
  }
}

/** Lets the last messages be older by a day. */
const aDayPasses = (ana: Customer) =>
  env.DB.prepare("UPDATE emails SET created_at = created_at - ? WHERE customer_id = ?")
    .bind(DAY_MS, ana.id)
    .run();

const cases: [story: string, start: number, steps: number[], told: string[]][] = [
  ["from above to below", 150, [-60], ["low_credits"]],
  ["from above to exactly the line", 150, [-50], ["low_credits"]],
  ["to a hair above the line", 150, [-49.5], []],
  ["further down, when it was below already", 150, [-60, -10, -10], ["low_credits"]],
  ["a first balance below the line", 50, [-10], []],
  ["down to nothing at once", 150, [-150], ["credits_used_up"]],
  ["down to the line, and then to nothing", 150, [-60, -90], ["credits_used_up", "low_credits"]],
  ["nothing, and up, and nothing again on the same day", 150, [-150, 10, -10], ["credits_used_up"]],
];

test.each(cases)("B18 the balance goes %s", async (_, start, steps, told) => {
  const ana = await withCredits(start);
  await moves(ana, ...steps);
  expect(await kindsOf(ana)).toEqual(told);
});

test("B18 up and down around the line twenty times in an hour is one message", async () => {
  const ana = await withCredits(150);
  for (let times = 0; times < 20; times += 1) await moves(ana, -60, 60);
  await moves(ana, -60);

  expect(await kindsOf(ana)).toEqual(["low_credits"]);
  const mail = await onlyMail(ana, "You have 90 credits left");
  expect(mail.links).toEqual([`http://${ana.shop.host}/credits`]);
});

test("B18 a day after the last message, a balance that was above the line again is told of when it falls", async () => {
  const ana = await withCredits(150);
  await moves(ana, -60);
  await aDayPasses(ana);
  await moves(ana, -10);
  expect(await kindsOf(ana)).toEqual(["low_credits"]);

  await moves(ana, 100, -100);
  expect(await kindsOf(ana)).toEqual(["low_credits", "low_credits"]);
});

test("a fall that waits while D1 is away is told of once, and one that was made good is not", async () => {
  const ana = await withCredits(150);
  for (const credits of [100, -200, 10, -20]) await adjusted(ana, credits, "Step");
  await ana.walletIsCopied();
  expect(await kindsOf(ana)).toEqual(["low_credits"]);

  const ben = await ana.shop.customer("ben");
  await customerIs(ben, { low_threshold_micros: 100_000_000 });
  for (const credits of [150, -100, 100]) await adjusted(ben, credits, "Step");
  await ben.walletIsCopied();
  expect(await kindsOf(ben)).toEqual([]);
});

test("what is told again is no news, and what is copied twice is told once", async () => {
  const ana = await withCredits(150);
  await moves(ana, -60);
  await env.DB.prepare("DELETE FROM emails WHERE customer_id = ?").bind(ana.id).run();
  await ana.wallet((wallet) => wallet.retell());
  await ana.walletIsCopied();
  expect(await kindsOf(ana)).toEqual([]);

  const again = () =>
    ana.wallet(async (_, { storage }) => {
      storage.sql.exec("INSERT INTO outbox (purchase_id, entry_seq) VALUES (NULL, 2)");
      await storage.setAlarm(Date.now());
    });
  await again();
  await ana.walletIsCopied();
  await again();
  await ana.walletIsCopied();
  expect(await kindsOf(ana)).toEqual(["low_credits"]);
});

describe("nobody is told", () => {
  const quiet: [why: string, changes: Record<string, number | null>][] = [
    ["whose AI credits are off", { ai_credits_enabled: 0 }],
    ["whose alerts are off", { low_alert_enabled: 0 }],
  ];
  test.each(quiet)("%s", async (_, changes) => {
    const ana = await withCredits(150, changes);
    await moves(ana, -60, -90);
    expect(await kindsOf(ana)).toEqual([]);
  });

  test("for whom no line was drawn, until nothing is left", async () => {
    const ana = await withCredits(150, { low_threshold_micros: null });
    await moves(ana, -149);
    expect(await kindsOf(ana)).toEqual([]);
    await moves(ana, -1);
    expect(await kindsOf(ana)).toEqual(["credits_used_up"]);
  });

  test("when the partner has switched the kind off", async () => {
    const ana = await withCredits(150);
    await switchKind(ana, "low_credits", false);
    await moves(ana, -60, -90);
    expect(await kindsOf(ana)).toEqual(["credits_used_up"]);
  });
});
