import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safePath } from "../../app/http/safe-path";
import { OPEN_REDIRECTS } from "./open-redirects";

const SITE = "https://acme.topup.test";

/** Where a browser on our site goes when it is told `Location: <path>`. */
const destination = (path: string) => new URL(path, `${SITE}/sign-in`);

test.each([
  ["/", "/"],
  ["/credits", "/credits"],
  ["/history?before=20&size=10", "/history?before=20&size=10"],
  [
    "/purchases/purchase_01k9zx3m8ye4rtqf5c6h7j8k9m?cancelled",
    "/purchases/purchase_01k9zx3m8ye4rtqf5c6h7j8k9m?cancelled",
  ],
  ["/settings#customer-credit-plans", "/settings"],
  ["/a/../credits", "/credits"],
  ["/credits?next=https://evil.test", "/credits?next=https://evil.test"],
])("%j is a path of ours and leads to %j", (text, path) => {
  expect(safePath(text)).toBe(path);
});

test.each([null, "", "credits", "?a=1", "#top"])(
  "%j names no path, so the visitor starts at the beginning",
  (text) => {
    expect(safePath(text)).toBe("/");
  },
);

describe("nobody is sent away", () => {
  test("there are more than a hundred tries, no two alike", () => {
    expect(new Set(OPEN_REDIRECTS).size).toBe(OPEN_REDIRECTS.length);
    expect(OPEN_REDIRECTS.length).toBeGreaterThan(100);
  });

  test.each(OPEN_REDIRECTS)("%j stays on the site", (text) => {
    const path = safePath(text);

    expect(path).toMatch(/^\/(?![/\\])[^\p{Cc}]*$/u);
    expect(destination(path).origin).toBe(SITE);
  });

  test("no text made of what such tries are made of leads away, and a safe path stays as it is", () => {
    const pieces = [
      "/",
      ".",
      "..",
      "%2e",
      "\\",
      ":",
      "@",
      "#",
      "?",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "\u0000",
      " ",
      "。",
      "https",
      "evil.test",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (chosen) => {
        const path = safePath(chosen.join(""));
        expect(destination(path).origin).toBe(SITE);
        expect(safePath(path)).toBe(path);
      }),
      { numRuns: 5_000 },
    );
  });

  test("no other text does either", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(destination(safePath(`/${text}`)).origin).toBe(SITE);
      }),
    );
  });
});
