import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { cron, inboxOf, stripe } from "../shop/outside";
import { clickOn } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";

test("F9 Stripe makes the session and its answer is lost: the same click finds the same session", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await stripe.fault({ action: "lost_reply", path: "/v1/checkout/sessions", times: 1 });

  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  expect(await ana.entries()).toHaveLength(1);
  const { data } = await stripe.read<{ data: unknown[] }>("checkout/sessions?limit=10", shop.accountId);
  expect(data).toHaveLength(1);
});

test("F9 Stripe is down: the customer reads that no money moved, and the same click works later", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const page = await ana.browser.get("/credits");
  const click = clickOn(page, "Starter Pack");
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 3 });

  const refused = await ana.browser.post("/credits", click);
  expect(refused.status).toBe(503);
  expect(refused.text).toContain("No money moved; please try again in a moment.");

  await (await ana.clicks(click)).pays();
  expect((await ana.sees()).balance).toBe("1,000");
});

test("F14 the e-mail provider is down: the credits are there, and the receipt comes later, once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await providerTurnsAway(100);
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  await ana.walletIsCopied();
  expect((await ana.sees()).balance).toBe("1,000");
  const email = "SELECT status, attempts FROM emails WHERE subject_id = ?";
  expect(await env.DB.prepare(email).bind(checkout.purchaseId).first()).toEqual({
    status: "queued",
    attempts: 1,
  });

  await providerTurnsAway(0);
  await env.DB.prepare("UPDATE emails SET next_attempt_at = 0 WHERE subject_id = ?")
    .bind(checkout.purchaseId)
    .run();
  await cron();
  expect(await inboxOf(ana.email, "Receipt")).toHaveLength(1);
  expect(await env.DB.prepare(email).bind(checkout.purchaseId).first()).toEqual({
    status: "sent",
    attempts: 2,
  });
});

async function providerTurnsAway(fail_next: number): Promise<void> {
  await env.INBOX.fetch("http://127.0.0.1:8025/api/faults", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fail_next, status: 503 }),
  });
}
