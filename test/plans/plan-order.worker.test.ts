import { expect, test } from "vitest";
import { openShop, type PlanSpec } from "../shop/shop";
import type { Page } from "../shop/visitor";
import { PLAN_PAGES, planRows } from "./credit-plans-page";
import { auditRecords, pathOf, planRecords } from "./plan-rows";

const [, LIST] = PLAN_PAGES;
const plan = (name: string, priceMinor: number): PlanSpec => ({ name, credits: 1_000, priceMinor });
const FOUR = [plan("Two", 2_000), plan("Four", 4_000), plan("One", 1_000), plan("Three", 3_000)];

async function openOrdered() {
  const shop = await openShop({ plans: FOUR });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const ids = new Map((await planRecords(shop)).map(({ id, name }) => [String(name), String(id)]));
  const moves = (name: string, place: number | string) =>
    owner.browser.post(`${pathOf(ids.get(name) ?? "")}/move`, { place: String(place) });
  const chooses = (order: string) => owner.browser.post(`${LIST}/order`, { order });
  const portal = async () => cards(await ana.browser.get("/credits"));
  const list = async () => planRows(await owner.browser.get(LIST)).map((row) => row.split(" ")[0]);
  return { shop, owner, idOf: (name: string) => ids.get(name) ?? "", moves, chooses, portal, list };
}

const cards = ({ html }: Page) =>
  html
    .split("<li")
    .filter((part) => part.includes('name="planId"'))
    .map((part) => /<h3[^>]*>([^<]*)</.exec(part)?.[1]);

/** What a button of the list would send, without JavaScript; null where it is switched off. */
function buttonOn({ html }: Page, label: string): { place: string | undefined } | null {
  const [, button = ""] = new RegExp(`<button([^>]*aria-label="${label}"[^>]*)>`).exec(html) ?? [];
  if (button === "" || /aria-disabled="true"/.test(button)) return null;
  return { place: /value="([^"]*)"/.exec(button)?.[1] };
}

test("L125 the most expensive plan is first unless the partner chooses otherwise", async () => {
  const { owner, portal, list } = await openOrdered();
  expect(await portal()).toEqual(["Four", "Three", "Two", "One"]);
  expect(await list()).toEqual(["Four", "Three", "Two", "One"]);
  expect((await owner.browser.get(LIST)).html).not.toContain("Move up");
});

test("L125 cheapest first is shown at the portal's next request, and the choice is written down", async () => {
  const { shop, owner, chooses, portal, list } = await openOrdered();
  const answer = await chooses("cheapest_first");
  expect(answer).toMatchObject({ status: 303, location: `${LIST}?ordered` });
  expect(await portal()).toEqual(["One", "Two", "Three", "Four"]);
  expect(await list()).toEqual(["One", "Two", "Three", "Four"]);
  expect((await owner.browser.get(LIST)).html).toMatch(/<option value="cheapest_first" selected=""/);

  await chooses("cheapest_first");
  expect(await auditRecords(shop)).toEqual([
    {
      action: "partner.plan_order_changed",
      planId: shop.partnerId,
      before: { planOrder: "dearest_first" },
      after: { planOrder: "cheapest_first" },
    },
  ]);
});

test("L125 in the partner's own order arrows move plans, without JavaScript, and the portal follows", async () => {
  const { owner, idOf, chooses, moves, portal } = await openOrdered();
  await chooses("custom");
  expect(await portal()).toEqual(["Four", "Three", "Two", "One"]);
  const page = await owner.browser.get(LIST);
  expect(page.html).toContain(`<form method="post" action="${pathOf(idOf("One"))}/move"`);
  expect(buttonOn(page, "Move up: One")).toEqual({ place: "3" });
  expect(buttonOn(page, "Move down: Four")).toEqual({ place: "2" });
  expect([buttonOn(page, "Move up: Four"), buttonOn(page, "Move down: One")]).toEqual([null, null]);

  const moved = await moves("One", 3);
  expect(moved.location).toBe(`${LIST}?moved=${idOf("One")}`);
  expect((await owner.browser.get(moved.location ?? "")).text).toContain("One is number 3 of 4 now");
  expect(await portal()).toEqual(["Four", "Three", "One", "Two"]);
  // A double click is one move.
  await moves("One", 3);
  expect(await portal()).toEqual(["Four", "Three", "One", "Two"]);
  await moves("Four", 2);
  expect(await portal()).toEqual(["Three", "Four", "One", "Two"]);
  await moves("Three", 999_999);
  expect(await portal()).toEqual(["Four", "One", "Two", "Three"]);
});

test("L125 another order and back leaves the own order as it was; a new plan is last, a deleted one leaves no gap", async () => {
  const { shop, owner, idOf, chooses, moves, portal } = await openOrdered();
  await chooses("custom");
  await moves("One", 1);
  await chooses("cheapest_first");
  await chooses("custom");
  expect(await portal()).toEqual(["One", "Four", "Three", "Two"]);

  const nine = await shop.offers(plan("Nine", 9_000));
  await owner.browser.post(`${pathOf(idOf("Four"))}/delete`, {});
  expect(await portal()).toEqual(["One", "Three", "Two", "Nine"]);
  await owner.browser.post(`${pathOf(nine)}/move`, { place: "2" });
  expect(await portal()).toEqual(["One", "Nine", "Three", "Two"]);
});

test("L125 moves at once leave every plan in one place", async () => {
  const { shop, chooses, moves, portal } = await openOrdered();
  await chooses("custom");
  const names = FOUR.map(({ name }) => name);
  const sent = await Promise.all(
    Array.from({ length: 12 }, (_, index) => moves(names[index % 4] ?? "", 1 + (index % 3))),
  );
  expect(sent.map(({ status }) => status)).toEqual(Array(12).fill(303));
  const places = (await planRecords(shop)).map(({ sort_order }) => sort_order);
  expect(places.sort()).toEqual([1, 2, 3, 4]);
  expect((await portal()).sort()).toEqual([...names].sort());
});

test("a form that says no order or no place changes nothing, nor does another partner's", async () => {
  const { shop, chooses, moves, idOf } = await openOrdered();
  const before = await planRecords(shop);
  const wrong = [chooses("sideways"), moves("One", 0), moves("One", "up"), moves("One", "1e3")];
  for (const answer of await Promise.all(wrong)) {
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Nothing was changed");
  }
  const { browser } = await (await openShop({ plans: FOUR })).owner();
  expect((await browser.post(`${pathOf(idOf("One"))}/move`, { place: "1" })).status).toBe(404);
  expect(await planRecords(shop)).toEqual(before);
  expect(await auditRecords(shop)).toEqual([]);
});
