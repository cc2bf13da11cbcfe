import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import { operator } from "../projection/operator";
import { openShop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { adjusts, auditOf, openWith, pageOf, tablesOf } from "./adjusting";

test("L110 manually deduct in the customer's Credits: the balance falls and the history says so", async () => {
  const { owner, ana } = await openWith("100");
  const sent = await adjusts(owner, ana, { intent: "deduct", amount: "12.5", note: "Refund re_1" });

  expect([sent.status, sent.location]).toEqual([303, `${pageOf(ana)}?deducted`]);
  const page = await owner.browser.get(`${pageOf(ana)}?deducted`);
  expect(page.text).toContain("Credits deducted");
  expect(page.text).toContain("Current Balance 87.5 credits");
  expect(page.text).toMatch(
    /Deducted -12\.5 Balance 87\.5 Note Refund re_1 .*Added \+100 Balance 100 Note A present/,
  );
});

test("L110 the portal shows what was deducted, with its note", async () => {
  const { owner, ana } = await openWith("100");
  await adjusts(owner, ana, { intent: "deduct", amount: "40", note: "Refund re_2" });

  const { balance, history } = await ana.sees();
  expect(balance).toBe("60");
  expect(history[0]).toMatch(/^Deducted -40 Balance 60 Note Refund re_2/);
  expect((await ana.browser.get("/history")).text).toContain("Refund re_2");
});

test("L111 a note is required: without it nothing changes and what was typed stays", async () => {
  const { owner, ana } = await openWith("100");
  for (const intent of ["add", "deduct"] as const) {
    const page = await adjusts(owner, ana, { intent, amount: "77.25", note: " " });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Add a note");
    expect(page.html).toContain('value="77.25"');
  }
  expect(await ana.entries()).toHaveLength(1);
});

test("L111 the note is in the audit log, with the balance before and after and who did it", async () => {
  const { shop, owner, ana } = await openWith("100");
  await adjusts(owner, ana, { intent: "deduct", amount: "40", note: "Refund re_3" });
  const member = await env.DB.prepare("SELECT id FROM partner_members WHERE partner_id = ?")
    .bind(shop.partnerId)
    .first<string>("id");

  const [, deducted, ...more] = await auditOf(ana);
  expect(more).toEqual([]);
  expect(deducted).toMatchObject({
    partner_id: shop.partnerId,
    actor_type: "member",
    actor_id: member,
    action: "credits.adjusted",
  });
  expect(JSON.parse(deducted?.before ?? "")).toEqual({ balanceMicros: 100_000_000 });
  expect(JSON.parse(deducted?.after ?? "")).toEqual({
    balanceMicros: 60_000_000,
    amountMicros: -40_000_000,
    note: "Refund re_3",
  });
});

test("L110 an amount that is none is told, and the note stays", async () => {
  const { owner, ana } = await openWith();
  const page = await adjusts(owner, ana, { intent: "add", amount: "1.0000001", note: "Kept words" });

  expect(page.status).toBe(422);
  expect(page.text).toContain("Amount must be a number of credits greater than 0, with at most six decimals");
  expect(page.html).toContain("Kept words</textarea>");
  expect(await tablesOf(ana)).toEqual([]);
});

test("L110 an over-deduct takes nothing, and opens no wallet", async () => {
  const { owner, ana } = await openWith();
  const deduct = (amount: string) => adjusts(owner, ana, { intent: "deduct", amount, note: "Too much" });
  const empty = await deduct("5");
  expect(empty.status).toBe(422);
  expect(empty.text).toContain("Not enough credits needs 5, available 0; nothing was taken");
  expect(await tablesOf(ana)).toEqual([]);

  await adjusts(owner, ana, { intent: "add", amount: "100", note: "A present" });
  const over = await deduct("100.000001");
  expect(over.status).toBe(422);
  expect(over.text).toContain("Not enough credits needs 100.000001, available 100; nothing was taken");
  expect(over.html).toContain('value="100.000001"');
  expect(await ana.entries()).toHaveLength(1);
  expect(await auditOf(ana)).toHaveLength(1);
});

test("no balance by hand grows so large that a purchase has no room", async () => {
  const { owner, ana } = await openWith("1000000000");
  const page = await adjusts(owner, ana, { intent: "add", amount: "0.000001", note: "One more" });

  expect(page.status).toBe(422);
  expect(page.text).toContain("Too many credits");
  expect(await ana.entries()).toHaveLength(1);
});

test("L110 one form that is sent ten times at once adjusts once, and is written down once", async () => {
  const { owner, ana } = await openWith("100");
  const formId = fieldOf(await owner.browser.get(pageOf(ana)), "formId");
  const form = { formId, intent: "deduct", amount: "30", note: "Once" };
  const sent = await Promise.all(Array.from({ length: 10 }, () => owner.browser.post(pageOf(ana), form)));

  expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(303));
  expect((await ana.entries()).map((entry) => entry.amount_micros)).toEqual([100_000_000, -30_000_000]);
  expect(await auditOf(ana)).toHaveLength(2);

  const edited = await owner.browser.post(pageOf(ana), { ...form, amount: "31" });
  expect(edited.status).toBe(422);
  expect(edited.text).toContain("This form was sent before");
  expect(await ana.entries()).toHaveLength(2);
});

test("L111 while D1 refuses, credits are adjusted all the same, and it is written down as soon as D1 answers, once", async () => {
  const { owner, ana } = await openWith("100");
  expect(await auditOf(ana)).toHaveLength(1);
  const formId = fieldOf(await owner.browser.get(pageOf(ana)), "formId");
  const form = { formId, intent: "deduct", amount: "30", note: "Refund re_6" };

  await env.DB.prepare("ALTER TABLE audit_log RENAME TO audit_log_away").run();
  try {
    expect((await owner.browser.post(pageOf(ana), form)).location).toBe(`${pageOf(ana)}?deducted`);
    await ana.wallet((wallet) => wallet.alarm());
    expect(await ana.wallet((wallet) => wallet.untold())).toBeGreaterThan(0);
  } finally {
    await env.DB.prepare("ALTER TABLE audit_log_away RENAME TO audit_log").run();
  }
  expect((await auditOf(ana)).map(({ after }) => JSON.parse(after ?? "").note)).toEqual([
    "A present",
    "Refund re_6",
  ]);

  expect((await owner.browser.post(pageOf(ana), form)).status).toBe(303);
  await ana.wallet((wallet) => wallet.retell());
  expect(await auditOf(ana)).toHaveLength(2);
});

test("L111 what was written down about adjustments and lost with D1 is there again when the copies are made anew", async () => {
  const { shop, owner, ana } = await openWith("100");
  await adjusts(owner, ana, { intent: "deduct", amount: "40", note: "Refund re_7" });
  const before = await auditOf(ana);
  expect(before).toHaveLength(2);
  await env.DB.prepare("DELETE FROM audit_log WHERE object_id = ?").bind(ana.id).run();
  await operator("rebuild", { partnerId: shop.partnerId });
  expect(await auditOf(ana)).toEqual(before);
});

test("one form that is sent for two customers adjusts both and is written down for both", async () => {
  const { shop, owner, ana } = await openWith();
  const bo = await shop.customer("bo");
  const form = { formId: newId("form"), intent: "add", amount: "5", note: "Both" };
  for (const customer of [ana, bo]) {
    expect((await owner.browser.post(pageOf(customer), form)).status).toBe(303);
    expect(await auditOf(customer)).toHaveLength(1);
  }
});

test("a form without an id or a button of ours is refused", async () => {
  const { owner, ana } = await openWith();
  const form = { intent: "add", amount: "5", note: "Forged" };
  for (const forged of [form, { ...form, formId: "x" }, { ...form, formId: newId("form"), intent: "set" }]) {
    expect((await owner.browser.post(pageOf(ana), forged)).status).toBe(422);
  }
  expect(await tablesOf(ana)).toEqual([]);
});

test("L110 of 200 deductions of 1 at once from a balance of 100 exactly 100 succeed", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  const adjust = (credits: number) =>
    wallet.adjust({
      partnerId: "partner_of_adjustments",
      customerId,
      formId: newId("form"),
      amountMicros: credits * 1_000_000,
      note: "At once",
      actor: "member_1",
    });
  await adjust(100);
  const results = await Promise.all(Array.from({ length: 200 }, () => adjust(-1)));

  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  expect([count("adjusted"), count("insufficient_credits")]).toEqual([100, 100]);
  expect((await wallet.summary(0)).balanceMicros).toBe(0);
  expect((await wallet.history(null, 500)).entries).toHaveLength(101);
});

test("another partner's customer is a 404, and their wallet is not touched", async () => {
  const { ana } = await openWith();
  const rival = await (await openShop()).owner();
  const form = { formId: newId("form"), intent: "add", amount: "5", note: "Not mine" };

  expect((await rival.browser.get(pageOf(ana))).status).toBe(404);
  expect((await rival.browser.post(pageOf(ana), form)).status).toBe(404);
  expect(await tablesOf(ana)).toEqual([]);
  expect(await auditOf(ana)).toEqual([]);
});

test("the copy in D1 equals the wallet, and no receipt goes out for what was not bought", async () => {
  const { owner, ana } = await openWith("100");
  await adjusts(owner, ana, { intent: "deduct", amount: "12.5", note: "Refund re_4" });
  await ana.walletIsCopied();

  const { results } = await env.DB.prepare(
    "SELECT seq, kind, amount_micros, balance_after_micros FROM ledger_entries WHERE customer_id = ? ORDER BY seq",
  )
    .bind(ana.id)
    .all();
  expect(results).toEqual(await ana.entries());
  expect(results.map(({ kind }) => kind)).toEqual(["manual_add", "manual_deduct"]);
  expect(await env.DB.prepare("SELECT id FROM emails WHERE customer_id = ?").bind(ana.id).first()).toBeNull();
  expect((await owner.browser.get("/customers")).text).toMatch(/Active AI credits On 87\.5 /);
});

test("a purchase and an adjustment that are copied together both arrive, with one receipt", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await (await ana.chooses("Starter Pack")).pays();
  await ana.browser.get("/credits");
  await expect.poll(async () => (await ana.entries()).length).toBe(1);
  await adjusts(owner, ana, { intent: "deduct", amount: "1000", note: "Refund re_5" });
  await ana.walletIsCopied();

  const copied = await env.DB.prepare(
    "SELECT balance_micros, last_seq FROM customer_balances WHERE customer_id = ?",
  )
    .bind(ana.id)
    .first();
  expect(copied).toEqual({ balance_micros: 0, last_seq: 2 });
  const { results } = await env.DB.prepare("SELECT kind FROM emails WHERE customer_id = ? ORDER BY kind")
    .bind(ana.id)
    .all();
  expect(results).toEqual([{ kind: "credits_used_up" }, { kind: "receipt" }]);
});
