import { expect, test } from "vitest";
import type { Customer } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { adjusted } from "./adjusted";

async function withHistory(): Promise<Customer> {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();
  await adjusted(ana, 0.5, "A present");
  await adjusted(ana, -30.25, "Taken, with care");
  return ana;
}

const columnsOf = (html: string) =>
  [...html.matchAll(/role="columnheader"[^>]*>([^<]*)</g)].map(([, header]) => header);

test("L106 the history has Type, Amount, Balance, Note and Date", async () => {
  const ana = await withHistory();
  const { html, text } = await ana.browser.get("/history");

  expect(columnsOf(html)).toEqual(["Type", "Amount", "Balance", "Note", "Date"]);
  expect(text).toContain("Deducted -30.25 Balance 970.25 Note Taken, with care Date now");
  expect(text).toContain("Added +1,000 Balance 1,000 Note Starter Pack Receipt Date now");
});

test("the history is narrowed to a type, page by page", async () => {
  const ana = await withHistory();
  for (let at = 1; at <= 26; at += 1) {
    await adjusted(ana, -1, `Deduction ${at}.`);
    await adjusted(ana, 2, `Addition ${at}.`);
  }

  const first = await ana.browser.get("/history?type=deducted");
  expect(first.text).toContain("Deduction 26.");
  expect(first.text).not.toContain("Addition");
  const older = /href="(\/history\?type=deducted&amp;before=\d+)"/.exec(first.html)?.[1] ?? "";
  const second = await ana.browser.get(older.replace("&amp;", "&"));
  expect(second.text).toContain("Deduction 1.");
  expect(second.text).toContain("Taken, with care");
  expect(second.text).not.toMatch(/Deduction 2\.|Addition/);
  expect(second.html).not.toMatch(/href="[^"]*before=/);

  expect((await ana.browser.get("/history?type=used")).text).toContain("Nothing was used");
  expect((await ana.browser.get("/history?type=%27")).text).toContain("Addition 26.");
});

test("the history as a file: plain numbers, times that machines read, and the portal's name", async () => {
  const ana = await withHistory();
  const file = await ana.browser.get("/history.csv");

  const lines = file.html.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<when>").split("\r\n");
  expect(lines).toEqual([
    "Type,Amount,Balance,Note,Date,Entry",
    'Deducted,-30.25,970.25,"Taken, with care",<when>,3',
    "Added,0.5,1000.5,A present,<when>,2",
    "Added,1000,1000,Starter Pack,<when>,1",
    "",
  ]);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("cache-control")).toBe("no-store");
  expect(file.headers.get("content-disposition")).toContain(
    `filename="${ana.shop.title} credit history.csv"`,
  );
});

test("a file of more entries than a page has each of them once", async () => {
  const ana = await withHistory();
  await ana.wallet((wallet) => {
    for (let at = 0; at < 1_200; at += 1) {
      wallet.adjust({
        partnerId: ana.shop.partnerId,
        customerId: ana.id,
        formId: `form_${at}`,
        amountMicros: 1,
        note: "Again",
        actor: "member",
      });
    }
  });

  const { html } = await ana.browser.get("/history.csv");
  const seqs = html
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => Number(line.split(",").at(-1)));
  expect(seqs).toEqual(Array.from({ length: 1_203 }, (_, at) => 1_203 - at));
});

test("a note that is a formula arrives as the text that it is", async () => {
  const ana = await withHistory();
  await adjusted(ana, 1, '=HYPERLINK("https://evil.test","Click")');

  expect((await ana.browser.get("/history.csv")).html).toContain(
    '1,971.25,"\'=HYPERLINK(""https://evil.test"",""Click"")",',
  );
});

test("the purchases as a file", async () => {
  const ana = await withHistory();
  const { purchase } = (await ana.wallet((wallet) => wallet.purchases(null, 1).purchases[0])) ?? {};
  const file = await ana.browser.get("/billing/purchases.csv");

  expect(file.html.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<when>").split("\r\n")).toEqual([
    "Plan,Amount,Currency,Credits,Status,Refunded,Disputed,Date,Purchase,Payment",
    `Starter Pack,49.00,USD,1000,Credited,0.00,0.00,<when>,${purchase?.purchaseId},${purchase?.paymentIntentId}`,
    "",
  ]);
});
