import { env } from "cloudflare:test";
import { expect } from "vitest";
import { pathOf } from "../plans/plan-rows";
import { stripe } from "../shop/outside";
import { type CheckoutSession, clickOn } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";

/** The form of the portal, as it stands when Ana clicks. */
export const LOOK = {
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

/** A shop in which somebody is about to click. */
export async function aboutToBuy() {
  const shop = await openShop();
  const planId = await shop.offers(starterPack);
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const styles = (changes: object) => owner.browser.post("/settings/portal", { ...LOOK, ...changes });
  expect((await styles({})).status).toBe(303);
  const edits = async (changes: Record<string, string>) => {
    const version = fieldOf(await owner.browser.get(pathOf(planId)), "version");
    const form = { name: "Starter Pack", credits: "1000", price: "49", active: "on", version };
    return owner.browser.post(pathOf(planId), { ...form, ...changes });
  };
  const click = clickOn(await ana.browser.get("/credits"), "Starter Pack");
  return { shop, owner, ana, planId, click, styles, edits };
}

/** The same, and the click is made: Stripe opens its page, the answer is lost, then it has too much to do. */
export async function afterLostFirstTry() {
  const story = await aboutToBuy();
  await stripe.fault({ action: "lost_reply", path: "/v1/checkout/sessions", times: 1 });
  await stripe.fault({ action: "status", status: 429, path: "/v1/checkout/sessions", times: 1 });
  expect((await story.ana.browser.post("/credits", story.click)).status).toBe(503);
  const first = await sessionsOf(story.shop);
  expect(first).toHaveLength(1);
  return { ...story, first };
}

export type Story = Awaited<ReturnType<typeof afterLostFirstTry>>;

/** What Stripe has of this shop, whole. */
export const sessionsOf = async ({ accountId }: Shop): Promise<CheckoutSession[]> =>
  (await stripe.read<{ data: CheckoutSession[] }>("checkout/sessions?limit=10", accountId)).data;

/** What is changed by no form, or by none any more when a customer has signed in. */
export const byHand = ({ partnerId }: Shop, table: "customers" | "partners" | "portals", change: string) =>
  env.DB.prepare(`UPDATE ${table} SET ${change} WHERE ${table === "partners" ? "id" : "partner_id"} = ?`)
    .bind(partnerId)
    .run();
