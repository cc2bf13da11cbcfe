import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningStandIn, runStandIn } from "./run-stand-in";
import { newSession } from "./shopping";

type Branding = Stripe.Checkout.SessionCreateParams.BrandingSettings;

let standIn: RunningStandIn;
let stripe: Stripe;

beforeAll(async () => {
  standIn = await runStandIn();
  stripe = standIn.stripe(await standIn.openAccount());
}, 30_000);
afterAll(() => standIn.stop());

const open = (branding_settings?: Branding) =>
  stripe.checkout.sessions.create(newSession(branding_settings ? { branding_settings } : {}));
const url = "https://acme.com/logo.png";

test("a session shows the branding that it was opened with, and the account's for the rest", async () => {
  const { branding_settings } = await open({ display_name: "Acme <Voice>", button_color: "#7c3aed" });
  expect(branding_settings).toMatchObject({
    display_name: "Acme <Voice>",
    button_color: "#7c3aed",
    background_color: "#ffffff",
    font_family: "default",
    logo: null,
  });
  const plain = await open();
  expect(plain.branding_settings?.display_name).toBe("Acme Agency");
});

test("the buyer reads the name and meets the colours, also by night", async () => {
  const session = await open({
    display_name: "Acme <Voice>",
    background_color: "#161920",
    button_color: "#facc15",
    logo: { type: "url", url },
  });
  const page = await (await fetch(String(session.url))).text();
  expect(page).toContain("Pay Acme &lt;Voice&gt;");
  expect(page).toContain("color-scheme: dark; --page: #161920");
  expect(page).toContain("background: #facc15; color: #000");
  expect(page).toContain(`<img src="${url}"`);
});

test.each<[param: string, branding: Branding]>([
  ["branding_settings[button_color]", { button_color: "7c3aed" }],
  ["branding_settings[background_color]", { background_color: "white" }],
  ["branding_settings[border_style]", { border_style: "round" }],
  ["branding_settings[display_name]", { display_name: "a".repeat(5001) }],
  ["branding_settings[logo][url]", { logo: { type: "url", url: "http://acme.com/logo.png" } }],
  ["branding_settings[logo][url]", { logo: { type: "url", url: "https://localhost/logo.png" } }],
  ["branding_settings[logo][url]", { logo: { type: "url" } }],
  ["branding_settings[logo][file]", { logo: { type: "url", url, file: "file_1" } }],
  ["branding_settings", { logo: { type: "url", url }, icon: { type: "url", url } }],
])("%s of %j is refused", async (param, branding) => {
  await expect(open(branding)).rejects.toMatchObject({ type: "StripeInvalidRequestError", param });
});
