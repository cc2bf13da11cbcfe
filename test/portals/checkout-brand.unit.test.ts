import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast } from "../../app/portals/brand";
import { checkoutBrand, isTakenByStripe } from "../../app/portals/checkout-brand";

const portal = { title: "Acme Voice", brandColor: "#7c3aed", theme: "auto" as const };
const logo = { id: "image_1", type: "image/png", width: 400, height: 128 };
const ORIGIN = "https://credits.acme.com";

test("Stripe's page has the portal's title, its colour, its page by day or by night, and its logo", () => {
  expect(checkoutBrand(portal, logo, ORIGIN)).toEqual({
    title: "Acme Voice",
    colors: { page: "#ffffff", button: "#7c3aed" },
    logoUrl: "https://credits.acme.com/brand/image_1",
  });
  expect(checkoutBrand({ ...portal, theme: "dark" }, null, ORIGIN).colors?.page).toBe("#161920");
});

test("a colour that the partner has not chosen stays as its Stripe account has it", () => {
  expect(checkoutBrand({ ...portal, brandColor: null }, null, ORIGIN).colors).toBeNull();
});

test("whatever the colour, Stripe's button is told from the white that it stands on", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^#[0-9a-f]{6}$/), (brandColor) => {
      const { button } = checkoutBrand({ ...portal, brandColor }, null, ORIGIN).colors ?? {
        button: "#ffffff",
      };
      expect(button).toMatch(/^#[0-9a-f]{6}$/);
      expect(contrast(button, "#ffffff")).toBeGreaterThanOrEqual(3);
    }),
  );
});

test.each([
  "http://acme.localhost:8787",
  "http://credits.acme.com",
  "https://localhost",
  "https://acme.localhost",
  "https://portal.topup.test",
  "https://192.168.1.5",
  "https://[::1]",
  "https://printer.local",
])("a logo at %s is not shown to Stripe, which could not fetch it", (origin) => {
  expect(checkoutBrand(portal, logo, origin).logoUrl).toBeNull();
});

test("a logo that Stripe does not take is left out: of another type, or too small", () => {
  expect(isTakenByStripe(logo)).toBe(true);
  for (const change of [{ type: "image/webp" }, { height: 127 }, { width: 127 }]) {
    expect(isTakenByStripe({ ...logo, ...change })).toBe(false);
    expect(checkoutBrand(portal, { ...logo, ...change }, ORIGIN).logoUrl).toBeNull();
  }
});
