import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { clickOn } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";

const SETTINGS = "/settings/portal";
const LOOK = {
  enabled: "on",
  title: "Acme Voice",
  slogan: "",
  brandColor: "#7c3aed",
  theme: "light",
  creditWord: "credits",
  locale: "en-US",
  supportEmail: "help@acme.test",
  termsUrl: "",
  privacyUrl: "",
  planOrder: "dearest_first",
};

const describe = ({ partnerId }: Shop, description: string) =>
  env.DB.prepare("UPDATE credit_plans SET description = ?, version = version + 1 WHERE partner_id = ?")
    .bind(description, partnerId)
    .run();

interface Session {
  id: string;
  branding_settings: { display_name: string; button_color: string };
}

test("L77 Stripe's page wears the portal's brand", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  expect((await owner.browser.post(SETTINGS, LOOK)).status).toBe(303);

  const checkout = await ana.chooses("Starter Pack");
  const { branding_settings } = await stripe.read<Session>(
    `checkout/sessions/${checkout.sessionId}`,
    shop.accountId,
  );
  expect(branding_settings).toMatchObject({ display_name: "Acme Voice", button_color: "#7c3aed" });
});

test("F9 a partner who changes look and plan, and a customer the language, between two tries of one purchase find one page", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await owner.browser.post(SETTINGS, LOOK);
  const click = clickOn(await ana.browser.get("/credits"), "Starter Pack");
  // Stripe opens its page, its answer is lost, and then it is away: nobody here knows of the page.
  await stripe.fault({ action: "lost_reply", path: "/v1/checkout/sessions", times: 1 });
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 2 });
  expect((await ana.browser.post("/credits", click)).status).toBe(503);

  const changed = { ...LOOK, title: "Acme Phones", brandColor: "#0f766e", theme: "dark" };
  expect((await owner.browser.post(SETTINGS, changed)).status).toBe(303);
  await describe(shop, "Now with a description");
  await ana.browser.post("/language", { language: "de", next: "/credits" });

  const checkout = await ana.clicks(click);
  const path = "checkout/sessions?limit=10";
  const { data } = await stripe.read<{ data: Session[] }>(path, shop.accountId);
  expect(data.map(({ id }) => id)).toEqual([checkout.sessionId]);
  expect(data[0]?.branding_settings).toMatchObject({ display_name: "Acme Voice", button_color: "#7c3aed" });
  await checkout.pays();
  expect(await ana.entries()).toHaveLength(1);
});

test("a page that Stripe has is not kept any longer", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await ana.chooses("Starter Pack");
  const kept = await ana.wallet((_, { storage }) =>
    storage.sql.exec("SELECT state, checkout_page FROM purchases").toArray(),
  );
  expect(kept).toEqual([{ state: "open", checkout_page: null }]);
});
