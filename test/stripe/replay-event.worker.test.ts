import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createContext } from "../../app/context.server";
import { receiveEvent } from "../../app/stripe/receive-event.server";
import { cron } from "../shop/outside";
import type { Customer, Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { deliver, signedRequest } from "./deliver";
import { paidEvent, unusedEvent } from "./sample-events";

const EVENTS = "/billing-and-invoices/webhooks";

async function waitingPurchase(): Promise<{
  shop: Shop;
  owner: Owner;
  ana: Customer;
  paid: Parameters<typeof paidEvent>[0];
}> {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, owner] = [await shop.customer(), await shop.owner()];
  const { purchaseId, sessionId } = await ana.chooses("Starter Pack");
  return { shop, owner, ana, paid: { account: shop.accountId, customerId: ana.id, purchaseId, sessionId } };
}

/** Delivers while no wallet answers, as Stripe would find us on a bad day. */
async function deliverInVain(event: object): Promise<number> {
  const awayWallets = new Proxy(env.WALLET, {
    get() {
      throw new Error("The wallet is away");
    },
  });
  const context = createContext({ ...env, WALLET: awayWallets }, () => {});
  return (await receiveEvent(context, await signedRequest(event))).status;
}

/** Clicks Replay and reads the page that it comes back to. */
async function replay({ browser }: Owner, eventId: string) {
  const answer = await browser.post(`${EVENTS}/${eventId}/replay`, {});
  expect(answer.status).toBe(303);
  return browser.get(answer.location ?? "");
}

const rowOf = (eventId: string) =>
  env.DB.prepare(
    "SELECT outcome, detail, deliveries, replays, last_replay_by, last_replay_outcome FROM webhook_events WHERE event_id = ?",
  )
    .bind(eventId)
    .first();

const auditsOf = async (eventId: string) => {
  const query =
    "SELECT partner_id, actor_id, action, before, after FROM audit_log WHERE object_id = ? ORDER BY at, id";
  return (await env.DB.prepare(query).bind(eventId).all()).results;
};

test("B3 a payment that reached us while the wallet was away is credited by Replay, and who did it is written down", async () => {
  const { shop, owner, ana, paid } = await waitingPurchase();
  const event = paidEvent(paid);
  expect(await deliverInVain(event)).toBe(503);
  const before = await owner.browser.get(`${EVENTS}?show=needs-a-look`);
  expect(before.text).toContain(
    "Could not be processed. Stripe will deliver it again; you can also replay it now.",
  );
  expect(before.text).not.toContain("The wallet is away");
  expect(before.text).toContain(paid.purchaseId);

  const page = await replay(owner, event.id);

  expect(page.text).toContain("checkout.session.completed replayed: processed Credited");
  expect(await ana.entries()).toHaveLength(1);
  const member = await env.DB.prepare("SELECT id FROM partner_members WHERE partner_id = ?")
    .bind(shop.partnerId)
    .first("id");
  expect(await rowOf(event.id)).toEqual({
    outcome: "processed",
    detail: "Credited",
    deliveries: 1,
    replays: 1,
    last_replay_by: member,
    last_replay_outcome: "processed",
  });
  expect(await auditsOf(event.id)).toMatchObject([
    {
      partner_id: shop.partnerId,
      actor_id: member,
      action: "webhook.replayed",
      before: expect.stringMatching(/"failed".*The wallet is away/),
      after: JSON.stringify({ outcome: "processed", detail: "Credited" }),
    },
  ]);
});

test("B1 replayed again and again, an event credits nothing more, and neither does Stripe's next delivery", async () => {
  const { owner, ana, paid } = await waitingPurchase();
  const event = paidEvent(paid);
  await deliver(event);
  await expect.poll(() => rowOf(event.id)).not.toBeNull();

  await Promise.all([replay(owner, event.id), replay(owner, event.id)]);
  const page = await replay(owner, event.id);
  await deliver(event);

  expect(page.text).toContain("replayed: processed Credited before");
  expect(page.text).toContain("1 + 3 replays");
  expect(await ana.entries()).toHaveLength(1);
  expect(await auditsOf(event.id)).toHaveLength(3);
});

test("L102 a payment that is not as agreed stays in quarantine, however often it is replayed", async () => {
  const { owner, ana, paid } = await waitingPurchase();
  const event = paidEvent({ ...paid, amount: 100 });
  await deliver(event);

  const page = await replay(owner, event.id);
  expect(page.text).toContain("replayed: needs a look Not credited: paid 100, expected 4900");
  expect(await ana.entries()).toEqual([]);
});

test("an account that was disconnected is not disconnected anew by a replay", async () => {
  const { shop, owner, paid } = await waitingPurchase();
  const event = { ...paidEvent(paid), type: "account.application.deauthorized" };
  await deliver(event);
  await env.DB.prepare("UPDATE connected_accounts SET deauthorized_at = 7 WHERE partner_id = ?")
    .bind(shop.partnerId)
    .run();
  await expect.poll(() => rowOf(event.id)).not.toBeNull();

  expect((await replay(owner, event.id)).text).toContain("Account disconnected");
  const at = env.DB.prepare("SELECT deauthorized_at FROM connected_accounts WHERE partner_id = ?");
  expect(await at.bind(shop.partnerId).first("deauthorized_at")).toBe(7);
});

test("T17 an event of another partner's account, or of none, is a 404 and is not handled", async () => {
  const { ana, paid } = await waitingPurchase();
  const rival = await (await openShop()).owner();
  const theirs = paidEvent(paid);
  const platforms = { ...unusedEvent(""), id: `evt_${crypto.randomUUID()}` };
  await deliverInVain(theirs);
  await deliver(platforms);

  for (const id of [theirs.id, platforms.id, "evt_of_nobody", "%20"]) {
    const answer = await rival.browser.post(`${EVENTS}/${id}/replay`, {});
    expect(answer.status).toBe(404);
  }
  expect((await rival.browser.get(`${EVENTS}?replayed=${theirs.id}`)).text).not.toContain("replayed");
  expect(await ana.entries()).toEqual([]);
  expect(await rowOf(theirs.id)).toMatchObject({ outcome: "failed", replays: 0 });
});

test("an event whose payload was forgotten cannot be replayed, and says so", async () => {
  const { owner, paid } = await waitingPurchase();
  const event = { ...unusedEvent(paid.account), id: `evt_${crypto.randomUUID()}` };
  await deliver(event);
  await env.DB.prepare("UPDATE webhook_events SET last_delivery_at = 1 WHERE event_id = ?")
    .bind(event.id)
    .run();
  await cron();

  expect((await owner.browser.get(EVENTS)).text).toContain("Forgotten after 90 days");
  const answer = await owner.browser.post(`${EVENTS}/${event.id}/replay`, {});
  expect(answer.status).toBe(410);
  expect(answer.text).toContain("This event cannot be replayed any more");
  expect(await rowOf(event.id)).toMatchObject({ replays: 0 });
});

test("nobody who is signed out replays anything", async () => {
  const { shop, paid } = await waitingPurchase();
  const event = paidEvent(paid);
  await deliverInVain(event);
  const { browser } = await shop.customer("ben");

  expect((await browser.post(`${EVENTS}/${event.id}/replay`, {})).status).toBe(404);
  expect(await rowOf(event.id)).toMatchObject({ outcome: "failed", replays: 0 });
});
