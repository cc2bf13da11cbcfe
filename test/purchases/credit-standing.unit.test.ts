import { describe, expect, test } from "vitest";
import { creditsToMicros } from "../../app/credits";
import { ENGLISH } from "../../app/i18n/wording";
import { creditStanding } from "../../app/purchases/credit-standing";
import { wordingIn } from "../i18n/sample-wording";
import { sampleCustomer } from "../portals/sample-portal";
import { NOW } from "../sample-time";

const standing = (credits: number, customer: Parameters<typeof sampleCustomer>[0] = {}, wording = ENGLISH) =>
  creditStanding(
    { balanceMicros: creditsToMicros(credits), usedMicros: 0, updatedAt: NOW },
    sampleCustomer(customer),
    wording,
  );

describe("about how many minutes are left", () => {
  test.each([
    [1_000, 1_500_000, "about 666 minutes", "at 1.5 credits a minute"],
    [1.5, 1_500_000, "about 1 minute", "at 1.5 credits a minute"],
    [1, 1_500_000, "less than a minute", "at 1.5 credits a minute"],
    [9_000_000_000, 1, "about 9,000,000,000,000,000 minutes", "at 0.000001 credits a minute"],
  ])("%d credits at %d micro-credits", (credits, creditsPerMinuteMicros, value, hint) => {
    expect(standing(credits, { creditsPerMinuteMicros }).enough).toEqual({ value, hint });
  });

  test("nobody's guess without a rate, without credits, or where minutes are free", () => {
    expect(standing(10).enough).toBeNull();
    expect(standing(0, { creditsPerMinuteMicros: 1 }).enough).toBeNull();
    expect(standing(-1, { creditsPerMinuteMicros: 1 }).enough).toBeNull();
    expect(standing(10, { creditsPerMinuteMicros: 0 }).enough).toBeNull();
  });

  test("in the customer's language and the partner's word", () => {
    const { enough, unit } = standing(3_000, { creditsPerMinuteMicros: 2_000_000 }, wordingIn("de", "units"));
    expect(enough).toEqual({ value: "etwa 1.500 Minuten", hint: "bei 2 Einheiten pro Minute" });
    expect(unit).toBe("Einheiten");
  });
});

describe("the banner above the page", () => {
  const lowThresholdMicros = creditsToMicros(100);
  const titleOf = (credits: number, customer: Parameters<typeof sampleCustomer>[0] = {}) =>
    standing(credits, { lowThresholdMicros, ...customer }).alarm?.title ?? null;

  test.each([
    [101, null],
    [100.000001, null],
    [100, "Your credits are running low"],
    [0.03, "Your credits are running low"],
    [0, "Your credits are used up"],
  ])("with a threshold of 100, at %d", (credits, title) => {
    expect(titleOf(credits)).toBe(title);
  });

  test("e-mails that are switched off do not silence the page", () => {
    expect(titleOf(50, { lowAlertEnabled: false })).toBe("Your credits are running low");
  });

  test("without a threshold nothing is low, and only what is used up is told", () => {
    expect(titleOf(1, { lowThresholdMicros: null })).toBeNull();
    expect(titleOf(0, { lowThresholdMicros: null })).toBe("Your credits are used up");
  });

  test("who owes credits is told so and no more; who has no AI credits, or never had any, is told nothing", () => {
    expect(standing(-5)).toMatchObject({ owed: "5 credits", alarm: null });
    expect(titleOf(0, { aiCreditsEnabled: false })).toBeNull();
    const never = { balanceMicros: 0, usedMicros: 0, updatedAt: null };
    expect(creditStanding(never, sampleCustomer(), ENGLISH).alarm).toBeNull();
  });
});
