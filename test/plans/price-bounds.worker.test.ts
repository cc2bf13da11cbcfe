import { expect, test } from "vitest";
import { parsePrice } from "../../app/money";
import { openShop } from "../shop/shop";
import { planRecords } from "./plan-rows";
import { BOUNDS } from "./price-bounds";

/** One of each kind: with two decimals, three or none, whole units only, and bounded by Stripe's digits. */
const KINDS = ["usd", "inr", "bhd", "jpy", "isk", "ugx", "huf", "vnd"];
const bounds = BOUNDS.filter(({ currency }) => KINDS.includes(currency));

test("L25 the most of every kind of currency is kept to the last digit, and one step more is refused where it was typed", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const creates = (currency: string, price: string) =>
    owner.creates({ name: `${currency} for ${price}`, credits: "1000", currency, price });

  for (const { currency, most, above, mostSaid } of bounds) {
    expect((await creates(currency, most)).status, `${currency} ${most}`).toBe(303);
    const refused = await creates(currency, above);
    expect(refused.status, currency).toBe(422);
    expect(refused.text.replaceAll("\u00a0", " ")).toContain(`Price can be at most ${mostSaid}`);
    expect(refused.html).toContain(`value="${above}"`);
  }
  const kept = (await planRecords(shop)).map(({ currency, price_minor }) => `${currency} ${price_minor}`);
  const meant = bounds.map(({ currency, most }) => `${currency} ${parsePrice(most, currency)}`);
  expect(kept.sort()).toEqual(meant.sort());
});
