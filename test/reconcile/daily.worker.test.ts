import { env } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { cron, stripe } from "../shop/outside";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { amountsOf, paysUnheard } from "./reconcile-shop";

afterEach(() => stripe.clearFaults());

const runsOf = async ({ partnerId }: Shop) =>
  (
    await env.DB.prepare(
      "SELECT actor_type, sessions_read, found, repaired, error FROM reconcile_runs WHERE partner_id = ? ORDER BY started_at",
    )
      .bind(partnerId)
      .all()
  ).results;

const aDayPasses = () =>
  env.DB.prepare("UPDATE reconcile_checks SET next_at = next_at - ?")
    .bind(24 * 3_600_000)
    .run();

test("F8 once a day each account is compared by itself and repaired, and the system is in the audit log", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { checkout } = await paysUnheard(ana);
  await cron();
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
  const first = { actor_type: "system", sessions_read: 1, found: 1, repaired: 1, error: null };
  expect(await runsOf(shop)).toEqual([first]);
  const audit = await env.DB.prepare("SELECT actor_type, actor_id, action FROM audit_log WHERE object_id = ?")
    .bind(checkout.purchaseId)
    .all();
  expect(audit.results).toEqual([{ actor_type: "system", actor_id: "cron", action: "reconcile.repaired" }]);

  await cron();
  expect(await runsOf(shop)).toHaveLength(1);
  await aDayPasses();
  await cron();
  expect(await runsOf(shop)).toEqual([first, { ...first, found: 0, repaired: 0 }]);
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
});

test("a run that Stripe cut off is made again after an hour, not after a day", async () => {
  const shop = await openShop();
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 100 });
  await cron();
  expect(await runsOf(shop)).toMatchObject([
    { error: "Stripe did not answer while its checkouts were read" },
  ]);
  await stripe.clearFaults();

  const next = await env.DB.prepare("SELECT next_at FROM reconcile_checks WHERE account_id = ?")
    .bind(shop.accountId)
    .first<number>("next_at");
  expect((next ?? 0) - Date.now()).toBeLessThanOrEqual(3_600_000);
  await aDayPasses();
  await cron();
  expect(await runsOf(shop)).toMatchObject([{}, { error: null }]);
});

test("an account that was disconnected is left alone", async () => {
  const shop = await openShop();
  await stripe.changeAccount(shop.accountId, "deauthorize");
  await cron();
  expect(await runsOf(shop)).toEqual([]);
});

test("the last thirty runs of a partner are kept", async () => {
  const shop = await openShop();
  await env.DB.prepare(
    `WITH RECURSIVE day (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM day WHERE n < 40)
     INSERT INTO reconcile_runs SELECT 'run_' || n || ?1, ?1, ?2, 'system', 'cron', n, n, 0, NULL, 0, 0, 0, 0, 0, NULL, '[]'
     FROM day`,
  )
    .bind(shop.partnerId, shop.accountId)
    .run();
  await cron();
  const runs = await runsOf(shop);
  expect(runs).toHaveLength(30);
});
