import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countCredits,
  creditsToMicros,
  formatCredits,
  formatSignedCredits,
  MICROS_PER_CREDIT,
  microsToDecimal,
  parseCredits,
  parseWholeCredits,
} from "../app/credits";

const exactMicros = fc.maxSafeInteger();

test.each([
  ["1000", 1_000],
  ["1,000", 1_000],
  [" 10,000 ", 10_000],
  ["1", 1],
  ["1,000,000", 1_000_000],
  ["999999999999999", 999_999_999_999_999],
])("L24 %j is %i credits", (typed, credits) => {
  expect(parseWholeCredits(typed)).toBe(credits);
});

test.each([
  "",
  "0",
  "000",
  "-1",
  "+1",
  "1.5",
  "1.0",
  "1e7",
  "abc",
  "01",
  "1,00",
  "1,0000",
  "0,100",
  "1 000",
  "١",
  "1000000000000000",
])("L24 %j is no whole number of credits", (typed) => {
  expect(parseWholeCredits(typed)).toBeNull();
});

test.each([
  ["12.5", 12_500_000],
  ["0.03", 30_000],
  ["0.000001", 1],
  ["1", 1_000_000],
  [" 1,000.25 ", 1_000_250_000],
  ["1.500000", 1_500_000],
  ["9007199254.740991", Number.MAX_SAFE_INTEGER],
])("L110 %j is %i micro-credits", (typed, micros) => {
  expect(parseCredits(typed)).toBe(micros);
});

test.each([
  "",
  "0",
  "0.000000",
  "-1",
  "+1",
  "1.",
  ".5",
  "1.0000001",
  "1e7",
  "abc",
  "01",
  "1,00",
  "0,100",
  "1 000",
  "1.5.5",
  "9007199254.740992",
  "9".repeat(400),
])("L110 %j is no number of credits to add or deduct", (typed) => {
  expect(parseCredits(typed)).toBeNull();
});

test("L110 the decimal text of any amount is read as that amount", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (micros) => {
      expect(parseCredits(microsToDecimal(micros))).toBe(micros);
    }),
  );
});

test("credits are shown in the reader's way, with no more decimals than they have", () => {
  expect(formatCredits(1_000_000_000, "en-US")).toBe("1,000");
  expect(formatCredits(12_530_000, "en-US")).toBe("12.53");
  expect(formatCredits(1_234_500_000, "de-DE")).toBe("1.234,5");
  expect(formatCredits(1, "en-US")).toBe("0.000001");
  expect(formatCredits(0, "en-US")).toBe("0");
});

test("a history shows which way the credits went", () => {
  expect(formatSignedCredits(1_000_000_000, "en-US")).toBe("+1,000");
  expect(formatSignedCredits(-12_530_000, "en-US")).toBe("-12.53");
  expect(formatSignedCredits(0, "en-US")).toBe("0");
});

test.each([
  [12_530_000, "12.53"],
  [-30_000, "-0.03"],
  [1_000_000, "1"],
  [100_000_000, "100"],
  [0, "0"],
  [Number.MAX_SAFE_INTEGER, "9007199254.740991"],
])("%i micro-credits travel as %j", (micros, decimal) => {
  expect(microsToDecimal(micros)).toBe(decimal);
});

test("B13 the decimal text of any amount says it exactly", () => {
  fc.assert(
    fc.property(exactMicros, (micros) => {
      const [, sign, whole = "", fraction = ""] =
        /^(-?)(\d+)(?:\.(\d{0,5}[1-9]))?$/.exec(microsToDecimal(micros)) ?? [];
      expect(BigInt(`${sign}${whole}${fraction.padEnd(6, "0")}`)).toBe(BigInt(micros));
    }),
  );
});

test("B13 what a person reads has all digits of the amount", () => {
  fc.assert(
    fc.property(exactMicros, (micros) => {
      expect(formatCredits(micros, "en-US").replaceAll(",", "")).toBe(microsToDecimal(micros));
    }),
  );
});

test("L105 a plan's credits are exactly that many millions of micro-credits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (credits) => {
      expect(BigInt(creditsToMicros(credits))).toBe(BigInt(credits) * BigInt(MICROS_PER_CREDIT));
      expect(microsToDecimal(creditsToMicros(credits))).toBe(String(credits));
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  [1_000_000, "1 credit"],
  [0, "0 credits"],
  [1_000_001, "1.000001 credits"],
  [1_000_000_000, "1,000 credits"],
])("%d micro-credits are counted as %s", (micros, counted) => {
  expect(countCredits(micros, "en-US")).toBe(counted);
});
