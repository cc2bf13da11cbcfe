import { env } from "cloudflare:test";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { DAY_MS } from "../../app/time";
import { openDatabase } from "../../db/client.server";
import { forgetCopies } from "../../db/customer-copies.server";
import { writeWalletCopy } from "../../db/projection.server";
import { operator } from "../projection/operator";
import { projectedPurchase } from "../purchases/sample-projection";
import { DECLINED_CARD } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { ALL_RIGHT, keptColumns } from "./kept";

const db = openDatabase(env.DB);
const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

test("L149 what lists show is what its sources say, through a shop's day, an edit and a rebuild", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer("ana")];
  await (await ana.chooses("Starter Pack")).pays();
  const declined = await ana.chooses("Starter Pack");
  await declined.pays(DECLINED_CARD);
  await ana.walletIsCopied();
  expect(await keptColumns()).toEqual(ALL_RIGHT);

  await run("UPDATE customers SET email = 'new@customer.test', name = 'Ana Neu' WHERE id = ?", ana.id);
  await run("UPDATE partner_members SET name = 'Olive' WHERE id = ?", shop.ownerId);
  await operator("rebuild", { partnerId: shop.partnerId, after: "" });
  await ana.walletIsCopied();
  expect(await keptColumns()).toEqual(ALL_RIGHT);
  const sales = await owner.browser.get("/billing-and-invoices");
  expect(sales.text).toContain("new@customer.test");
});

const partnerId = "partner_kept";
const someone = fc.integer({ min: 1, max: 3 });
const word = fc.constantFrom("Ana", "Ana Silva", "", "Böhm & Söhne", 'Quo"te', "x");
const at = fc.integer({ min: 1, max: 9 });

type Step = () => Promise<unknown>;

const JUDGED = {
  policy: "manual" as const,
  takenMicros: 0,
  keptMicros: 0,
  refunds: [],
  disputes: [],
  decisions: [],
};

/** A purchase as a wallet would tell it, in any order and more than once, sometimes with a case and an attempt. */
const tells = (
  who: number,
  number: number,
  state: "open" | "credited",
  revision: number,
  returned: number,
): Step => {
  const customerId = `customer_kept_${who}`;
  const owner = { partnerId, customerId };
  const id = `purchase_kept_${who}_${number}`;
  // Days apart, so that the earlier fall out of the last 30.
  const creditedAt = state === "credited" ? number * 6 * DAY_MS : null;
  const currency = number % 2 === 0 ? "eur" : "usd";
  const money = { paidMinor: null, refundedMinor: returned, paymentIntentId: `pi_${revision}` };
  const purchase = projectedPurchase({
    id,
    ...owner,
    state,
    planId: `plan_kept_${number % 3}`,
    creditedAt,
    currency,
    revision,
    openedAt: number,
    ...money,
  });
  const about = {
    id: `ch_${id}`,
    purchaseId: id,
    code: "expired_card",
    declineCode: null,
    message: "",
    at: number,
  };
  const seen = { dueMicros: returned, openedAt: number, changedAt: number, revision };
  return () =>
    writeWalletCopy(db, {
      purchases: [purchase],
      attempts: [{ ...owner, ...about, paymentIntentId: null }],
      cases: returned > 0 ? [{ ...owner, purchaseId: id, ...JUDGED, ...seen }] : [],
      entries: [],
      balance: { ...owner, balanceMicros: revision * 10, lastSeq: revision, updatedAt: 1 },
      emails: [],
      fall: null,
    });
};

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(someone, word, word).map(
    ([who, name, company]): Step =>
      () =>
        run(
          `INSERT INTO customers (id, partner_id, email, name, company, created_at) VALUES (?, ?, ?, ?, ?, 1)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company`,
          ...[`customer_kept_${who}`, partnerId, `kept${who}@customer.test`, name, company],
        ),
  ),
  fc.tuple(someone, at).map(
    ([who, n]): Step =>
      () =>
        run(
          "UPDATE customers SET email = ? WHERE id = ?",
          `${n}.${who}@customer.test`,
          `customer_kept_${who}`,
        ),
  ),
  fc.tuple(someone, fc.constantFrom("none", "blocked", "active"), fc.nat(1), fc.option(fc.nat(60))).map(
    ([who, access, ai, threshold]): Step =>
      () =>
        run(
          "UPDATE customers SET portal_access = ?, ai_credits_enabled = ?, low_threshold_micros = ? WHERE id = ?",
          ...[access, ai, threshold, `customer_kept_${who}`],
        ),
  ),
  fc
    .tuple(someone, at, fc.constantFrom("open" as const, "credited" as const), at, fc.constantFrom(0, 5))
    .map(([who, number, state, revision, returned]) => tells(who, number, state, revision, returned)),
  someone.map(
    (who): Step =>
      () =>
        forgetCopies(db, partnerId, `customer_kept_${who}`),
  ),
  fc.tuple(someone, at, fc.constantFrom("queued", "sent", "failed")).map(
    ([who, number, status]): Step =>
      () =>
        run(
          `INSERT INTO emails (id, partner_id, customer_id, kind, subject_id, status, next_attempt_at, created_at)
           VALUES (?, ?, ?, 'receipt', ?, ?, 1, 1) ON CONFLICT (kind, subject_id) DO UPDATE SET status = excluded.status`,
          ...[newId("email"), partnerId, `customer_kept_${who}`, `purchase_kept_${who}_${number}`, status],
        ),
  ),
  fc.tuple(someone, at).map(
    ([who, n]): Step =>
      () =>
        run(
          `INSERT INTO emails (id, partner_id, recipient, kind, subject_id, status, next_attempt_at, created_at)
           VALUES (?1, ?2, ?3, 'sign_in', ?1, 'sent', 1, 1)`,
          ...[newId("email"), partnerId, `${n}.${who}@customer.test`],
        ),
  ),
  fc.tuple(someone, fc.constantFrom("customer_kept_", "member_kept_")).map(
    ([who, actor]): Step =>
      () =>
        run(
          `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, at)
           SELECT ?1, ?2, 'member', id, 'plan.moved', 'x', 1
           FROM (SELECT id FROM customers UNION ALL SELECT id FROM partner_members) WHERE id = ?3`,
          ...[newId("audit"), partnerId, `${actor}${who}`],
        ),
  ),
  fc.tuple(someone, word).map(
    ([who, name]): Step =>
      () =>
        run(
          `INSERT INTO partner_members (id, partner_id, email, name, role, created_at)
           VALUES (?, ?, ?, ?, 'owner', 1) ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
          ...[`member_kept_${who}`, partnerId, `kept${who}@partner.test`, name],
        ),
  ),
);

test("L149 whatever is written in whatever order, what lists show is what its sources say", async () => {
  await run("INSERT INTO partners (id, name, tier, created_at) VALUES (?, 'Kept', 'pro', 1)", partnerId);
  // What is sold of a third plan is sold of one that is nowhere.
  for (const plan of ["plan_kept_0", "plan_kept_1"])
    await run(
      `INSERT INTO credit_plans (id, partner_id, version, name, credits, price_minor, currency, description, active, popular,
         form_id, created_at, updated_at) VALUES (?1, ?2, 1, 'Pack', 1, 100, 'usd', '', 1, 0, ?1, 1, 1)`,
      ...[plan, partnerId],
    );
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 25 }), async (story) => {
      for (const step of story) await step();
      expect(await keptColumns()).toEqual(ALL_RIGHT);
    }),
    { numRuns: 20 },
  );
});
