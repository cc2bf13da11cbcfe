import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { openShop, starterPack } from "../shop/shop";
import { LOOK } from "./lost-first-try";

interface Session {
  id: string;
  branding_settings: { display_name: string; button_color: string };
}

test("L77 Stripe's page wears the portal's brand", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  expect((await owner.browser.post("/settings/portal", LOOK)).status).toBe(303);

  const checkout = await ana.chooses("Starter Pack");
  const { branding_settings } = await stripe.read<Session>(
    `checkout/sessions/${checkout.sessionId}`,
    shop.accountId,
  );
  expect(branding_settings).toMatchObject({ display_name: "Acme Voice", button_color: "#7c3aed" });
});

test("what Stripe was asked for is not kept any longer once it has a page", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await ana.chooses("Starter Pack");
  const kept = await ana.wallet((_, { storage }) =>
    storage.sql.exec("SELECT state, checkout_page FROM purchases").toArray(),
  );
  expect(kept).toEqual([{ state: "open", checkout_page: null }]);
});
