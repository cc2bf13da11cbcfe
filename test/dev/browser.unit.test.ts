import { expect, test } from "vitest";
import { chosenBrowser } from "../../dev/browser.mjs";

test("a chosen browser is the one that is used", () => {
  expect(chosenBrowser({ TOPUP_BROWSER: process.execPath, CHROME_PATH: "/nowhere" })).toBe(process.execPath);
  expect(chosenBrowser({ CHROME_PATH: process.execPath })).toBe(process.execPath);
});

test("a chosen browser that is not there is said, not replaced by another", () => {
  expect(() => chosenBrowser({ TOPUP_BROWSER: "/nowhere/chromium" })).toThrow(
    "TOPUP_BROWSER is /nowhere/chromium, and there is nothing there.",
  );
});

test("without a choice we look for one ourselves", () => {
  expect(chosenBrowser({ TOPUP_BROWSER: "" })).toBeNull();
});
