import { expect, test } from "vitest";
import { onlyMail } from "../email/messages-of";
import { adjusted } from "../portals/adjusted";
import { auditOf, FEATURES, opens, openWith, pageOf, rowOf, seen, shopsPlans } from "./manage";

test("L149 the features of a customer are saved as typed, and written down with what was there before", async () => {
  const { owner, ana } = await openWith();
  const saves = () =>
    owner.browser.post(pageOf(ana), {
      ...FEATURES,
      pricePerMinute: "1.500001",
      grace: "5",
      graceUnit: "minutes",
      lowThreshold: "1,000",
    });
  expect((await saves()).location).toBe(`${pageOf(ana)}?saved`);
  expect(await rowOf(ana)).toMatchObject({
    ai_credits_enabled: 1,
    credits_per_minute_micros: 1_500_001,
    grace_seconds: 300,
    low_threshold_micros: 1_000_000_000,
    low_alert_enabled: 1,
  });
  const page = await owner.browser.get(`${pageOf(ana)}?saved`);
  expect(page.text).toContain("Features saved");
  for (const value of ["1.500001", "5", "1000"]) expect(page.html).toContain(`value="${value}"`);
  expect(page.html).toMatch(/<option value="minutes" selected/);

  await saves();
  expect(await auditOf(ana)).toEqual([
    {
      action: "customer.features_updated",
      before: {
        aiCreditsEnabled: true,
        creditsPerMinuteMicros: null,
        graceSeconds: 0,
        lowThresholdMicros: null,
        lowAlertEnabled: true,
      },
      after: {
        aiCreditsEnabled: true,
        creditsPerMinuteMicros: 1_500_001,
        graceSeconds: 300,
        lowThresholdMicros: 1_000_000_000,
        lowAlertEnabled: true,
      },
    },
  ]);
});

test("L149 the price per minute says in the portal how long the credits last, and a new one counts at the next page", async () => {
  const { owner, ana } = await openWith();
  await adjusted(ana, 100, "Welcome");
  expect((await ana.sees()).page.text).not.toMatch(/about \d+ minute/i);
  for (const [pricePerMinute, minutes] of [
    ["1.5", "about 66 minutes"],
    ["0.03", "about 3,333 minutes"],
  ] as const) {
    await owner.browser.post(pageOf(ana), { ...FEATURES, pricePerMinute });
    for (const path of ["/credits", "/billing"]) {
      expect((await ana.browser.get(path)).text.toLowerCase()).toContain(minutes);
    }
  }
});

test("L149 the threshold that a partner saves is where the customer is warned, on the page and by one e-mail", async () => {
  const { owner, ana } = await openWith();
  await owner.browser.post(pageOf(ana), { ...FEATURES, lowThreshold: "40" });
  await adjusted(ana, 100, "Welcome");
  await ana.walletIsCopied();
  expect((await ana.sees()).page.text).not.toContain("running low");

  for (const credits of [-59.5, -0.5, -1]) {
    await adjusted(ana, credits, "Step");
    await ana.walletIsCopied();
  }
  expect((await ana.sees()).page.text).toContain("Your credits are running low");
  expect((await onlyMail(ana, "credits left")).subject).toBe("You have 40 credits left");
});

test("L149 every mistake is told under its field, nothing is saved, and what was typed stays", async () => {
  const { owner, ana } = await openWith();
  const page = await owner.browser.post(pageOf(ana), {
    ...FEATURES,
    pricePerMinute: "1.0000001",
    grace: "25",
    graceUnit: "minutes",
    lowThreshold: "few",
  });
  expect(page.status).toBe(422);
  expect(page.text).toContain("Price per minute must be 0 to 1,000,000 credits, with at most six decimals");
  expect(page.text).toContain("Threshold must be a number of credits");
  expect(page.html).toContain('value="few"');
  expect(await auditOf(ana)).toEqual([]);

  const tooLong = await owner.browser.post(pageOf(ana), { ...FEATURES, grace: "86401" });
  expect(tooLong.text).toContain("Grace period must be a whole number, of at most 24 hours in all");
});

test("L7 AI credits off: no plans for the customer, who is told nothing, and the reason for the partner", async () => {
  const { owner, ana } = await openWith();
  await owner.browser.post(pageOf(ana), { graceUnit: "seconds", lowAlert: "on" });
  const { page } = await ana.sees();
  expect(page.text).toContain("No plans are available right now");
  expect(page.text).not.toMatch(/AI credits/i);
  expect(seen(await opens(owner, ana))).toEqual([
    expect.stringMatching(/^Starter Pack .*No .*No .*AI Credits are off for this customer · Enable$/),
  ]);

  await owner.browser.post(pageOf(ana), FEATURES);
  expect(await shopsPlans(ana)).toContain("Starter Pack");
});
