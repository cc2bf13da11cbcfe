import { expect, test } from "vitest";
import { readImage } from "../../app/portals/image";
import { joined, jpeg, png, text, webp } from "./sample-images";

test.each([
  ["image/png", png(320, 80)],
  ["image/jpeg", jpeg(320, 80)],
  ["image/webp", webp(320, 80)],
])("a picture is known by its bytes: %s", (type, bytes) => {
  expect(readImage(bytes, "logo")).toEqual({ picture: { type, width: 320, height: 80 } });
});

test.each<[string, Uint8Array]>([
  ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["a page", text("<!doctype html><script>alert(1)</script>")],
  ["a GIF", text("GIF89a;alert(1)")],
  ["a page behind a PNG", joined(png(32, 32), text("<script>alert(1)</script>"))],
  ["a page behind a JPEG", joined(jpeg(32, 32), text("<script>alert(1)</script>"))],
  ["a page behind a WebP", joined(webp(32, 32), text("<script>alert(1)</script>"))],
  ["a PNG that breaks off", png(32, 32).subarray(0, 40)],
  ["a JPEG that breaks off", jpeg(32, 32).subarray(0, 30)],
  ["the first bytes of a PNG alone", png(32, 32).subarray(0, 8)],
  ["a PNG whose chunk reaches nowhere", png(32, 32).fill(255, 33, 37)],
])("%s is not taken", (_what, bytes) => {
  expect(readImage(bytes, "logo")).toEqual({
    error: "The logo must be a whole PNG, JPEG or WebP picture and nothing else",
  });
});

test.each<[string, Uint8Array, "logo" | "favicon", string]>([
  ["nothing", new Uint8Array(), "logo", "Choose a file first"],
  ["too many bytes", png(32, 32, 128 * 1024), "logo", "The logo can have at most 128 KB"],
  ["too small", png(15, 32), "logo", "The logo must be at least 16 pixels wide and high"],
  ["no size at all", webp(1, 1), "logo", "The logo must be at least 16 pixels wide and high"],
  [
    "a bomb",
    png(60_000, 60_000),
    "logo",
    "The logo can be at most 2000 × 1000 pixels; this one is 60000 × 60000",
  ],
  ["a wide favicon", png(64, 32), "favicon", "The favicon must be a square"],
  [
    "a large favicon",
    png(1024, 1024),
    "favicon",
    "The favicon can be at most 512 × 512 pixels; this one is 1024 × 1024",
  ],
])("%s: the mistake is said", (_what, bytes, kind, error) => {
  expect(readImage(bytes, kind)).toEqual({ error });
});
