import fc from "fast-check";
import { expect, test } from "vitest";
import { brandOf, contrastWithWhite } from "../../app/portals/brand";

const anyColor = fc.stringMatching(/^#[0-9a-f]{6}$/);

test.each([
  ["#ffffff", 1],
  ["#000000", 21],
  ["#767676", 4.54],
  ["#777777", 4.48],
  ["#ff0000", 4],
  ["#00ff00", 1.37],
  ["#0000ff", 8.59],
  ["#0a0a0a", 19.8],
])("white on %s has a contrast of %d", (color, contrast) => {
  expect(contrastWithWhite(color)).toBeCloseTo(contrast, 2);
});

test("a dark colour is written on in white, a light one in black", () => {
  expect(brandOf({ brandColor: "#0f766e" })).toEqual({ background: "#0f766e", foreground: "#ffffff" });
  expect(brandOf({ brandColor: "#facc15" })).toEqual({ background: "#facc15", foreground: "#000000" });
});

test("the line between them is WCAG's 4.5", () => {
  expect(brandOf({ brandColor: "#767676" }).foreground).toBe("#ffffff");
  expect(brandOf({ brandColor: "#777777" }).foreground).toBe("#000000");
});

test.each([
  null,
  "",
  "red",
  "#fff",
  "#12345g",
  "#0f766e; background: url(//evil.test)",
  " #0f766e",
  "#0f766e\n",
])("%j is no colour, so nothing of it reaches a style sheet", (brandColor) => {
  expect(brandOf({ brandColor })).toEqual({ background: "#4f46e5", foreground: "#ffffff" });
});

test("white is never written where it could not be read", () => {
  fc.assert(
    fc.property(anyColor, (brandColor) => {
      const brand = brandOf({ brandColor });
      expect(brand.background).toBe(brandColor);
      expect(brand.foreground === "#ffffff").toBe(contrastWithWhite(brandColor) >= 4.5);
    }),
  );
});
