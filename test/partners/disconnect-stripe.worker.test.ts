import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { auditRecords } from "../plans/plan-rows";
import { cron, stripe } from "../shop/outside";
import { openShop, starterPack } from "../shop/shop";

const PAGE = "/settings/stripe-connect";

async function openSelling() {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const disconnects = (word: string) => owner.browser.post(`${PAGE}/disconnect`, { word });
  return { shop, owner, ana, disconnects };
}

test("L151 the page shows what Stripe allows and still wants, our fee, and when Stripe was last heard", async () => {
  const { shop, owner } = await openSelling();
  expect((await owner.browser.get(PAGE)).text).toMatch(
    /Connected .*Accept Charges Yes Receive Payouts Yes Outstanding Requirements None Platform fee 2\.5 % of each sale.*Webhook Nothing heard of this account yet\. What Stripe sent/,
  );
  await stripe.changeAccount(shop.accountId, "restrict");
  const page = await owner.browser.get(PAGE);
  expect(page.text).toMatch(
    /Complete Requirements Refresh Disconnect .*Accept Charges Not yet Receive Payouts Not yet Outstanding Requirements A photo of an identity document/,
  );
  await expect
    .poll(async () => (await owner.browser.get(PAGE)).text)
    .toMatch(/Last heard of this account now \((account|capability)\.updated\)\. What Stripe sent/);
});

test("L151 capability.updated alone opens and closes the gate, as account.updated does", async () => {
  const { shop, owner } = await openSelling();
  await stripe.fault({ action: "drop", type: "account.updated", times: 5 });
  await stripe.changeAccount(shop.accountId, "restrict");
  expect((await owner.browser.get(PAGE)).text).toContain("Accept Charges Not yet");
  await stripe.changeAccount(shop.accountId, "complete");
  expect((await owner.browser.get(PAGE)).text).toContain("Accept Charges Yes");
  await stripe.clearFaults();
});

describe("L151 Disconnect", () => {
  test("asks first, and changes nothing for another word", async () => {
    const { shop, owner, disconnects } = await openSelling();
    expect((await owner.browser.get(`${PAGE}/disconnect`)).text).toContain("Stop selling on this account?");
    const answer = await disconnects("yes");
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Type disconnect to disconnect. Nothing was changed.");
    expect(await auditRecords(shop)).toEqual([]);
    expect((await owner.browser.get(PAGE)).text).toContain("Accept Charges Yes");
  });

  test("stops new payments at once, ends open checkouts, keeps credits and history, and is written down", async () => {
    const { shop, owner, ana, disconnects } = await openSelling();
    await (await ana.chooses("Starter Pack")).pays();
    const open = await ana.chooses("Starter Pack");
    await ana.walletIsCopied();
    const before = await ana.sees();

    expect(await disconnects(" Disconnect ")).toMatchObject({
      status: 303,
      location: `${PAGE}?disconnected`,
    });
    const page = await owner.browser.get(`${PAGE}?disconnected`);
    expect(page.text).toContain("Stripe is disconnected New payments have stopped.");
    expect(page.text).toContain("Country of your business");

    const after = await ana.sees();
    expect(after.page.text).toContain("Purchases are paused");
    expect([after.balance, after.history]).toEqual([before.balance, before.history]);
    const path = `checkout/sessions/${open.sessionId}`;
    await expect
      .poll(async () => (await stripe.read<{ status: string }>(path, shop.accountId)).status)
      .toBe("expired");
    await expect(open.pays()).rejects.toThrow("has expired");
    expect(await auditRecords(shop)).toMatchObject([
      { action: "account.disconnected", planId: shop.accountId, before: { connected: true } },
    ]);
  });

  test("leaves to the sweep what Stripe did not answer", async () => {
    const { shop, ana, disconnects } = await openSelling();
    const open = await ana.chooses("Starter Pack");
    await ana.walletIsCopied();
    await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 6 });
    await disconnects("disconnect");
    await stripe.clearFaults();
    await cron();
    const path = `checkout/sessions/${open.sessionId}`;
    await expect
      .poll(async () => (await stripe.read<{ status: string }>(path, shop.accountId)).status)
      .toBe("expired");
  });

  test("and connecting another account leaves what was paid refundable on the account that was paid", async () => {
    const { shop, owner, ana, disconnects } = await openSelling();
    const bought = await ana.chooses("Starter Pack");
    await bought.pays();
    await ana.walletIsCopied();
    await disconnects("disconnect");
    const again = await owner.browser.post(PAGE, { country: "US" });
    const accountId = /acct_\w+/.exec(again.location ?? "")?.[0] ?? "";
    expect(accountId).not.toBe(shop.accountId);
    await stripe.changeAccount(accountId, "complete");
    expect((await ana.sees()).page.text).not.toContain("Purchases are paused");

    const path = `checkout/sessions/${bought.sessionId}`;
    const { payment_intent } = await stripe.read<{ payment_intent: string }>(path, shop.accountId);
    await stripe.refund(payment_intent);
    await ana.walletIsCopied();
    const { results } = await env.DB.prepare("SELECT account_id FROM purchases WHERE partner_id = ?")
      .bind(shop.partnerId)
      .all();
    expect(results).toEqual([{ account_id: shop.accountId }]);
    const cases = await owner.browser.get(`/customers/${ana.id}/billing`);
    expect(cases.html).toContain(`/refund-cases/${bought.purchaseId}`);
  });
});
