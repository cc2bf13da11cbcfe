import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { openShop } from "../shop/shop";

const PAGE = "/settings/stripe-connect";

test("until when Stripe wants something is said beside what it wants, and not once it wants nothing", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const wants = { currently_due: ["external_account"], current_deadline: 1_900_000_000 };
  await stripe.openAccount({ id: shop.accountId, ...wants });
  expect((await owner.browser.get(PAGE)).text).toMatch(
    /Accept Charges Yes .*A bank account.* Stripe sets an end to it: Mar 17, 2030/,
  );

  await stripe.changeAccount(shop.accountId, "complete");
  expect((await owner.browser.get(PAGE)).text).not.toContain("Stripe sets an end to it");
});
