import { describe, expect, test } from "vitest";
import {
  type DeliveryFacts,
  isTimely,
  likelyCause,
  REJECTION,
  type RejectionCause,
} from "../../app/stripe/rejection";
import { RejectionTally } from "../../app/stripe/rejection-tally";
import { readSignatureHeader } from "../../app/stripe/signature-header";

const facts = (changes: Partial<DeliveryFacts>): DeliveryFacts => ({
  age_s: 1,
  isSigned: false,
  isSignedAsStripeWrites: false,
  isAsStripeWrites: true,
  ...changes,
});

const CAUSES: [RejectionCause, Partial<DeliveryFacts>][] = [
  ["wrong_secret", {}],
  ["wrong_secret", { age_s: 301 }],
  ["altered", { isAsStripeWrites: false }],
  ["altered", { isAsStripeWrites: false, age_s: -61 }],
  ["reencoded", { isSignedAsStripeWrites: true, isAsStripeWrites: false }],
  ["reencoded", { isSignedAsStripeWrites: true }],
  ["too_old", { isSigned: true, age_s: 301 }],
  ["dated_ahead", { isSigned: true, age_s: -61 }],
  ["not_a_snapshot", { isSigned: true }],
];

test.each(CAUSES)("B4 %s is the likely cause of %j", (cause, changes) => {
  expect(likelyCause(facts(changes))).toBe(cause);
});

test.each([
  [300, true],
  [301, false],
  [-60, true],
  [-61, false],
])("B4 a signature of %i seconds may be taken: %s", (age_s, isTaken) => {
  expect(isTimely(age_s)).toBe(isTaken);
});

test("B4 a wrong secret is told by the names of the variables that were tried, and where to copy them from", () => {
  const { title, fix } = REJECTION.wrong_secret;
  for (const text of [title, fix]) {
    expect(text).toContain("STRIPE_CONNECT_WEBHOOK_SECRET");
    expect(text).toContain("STRIPE_WEBHOOK_SECRET");
  }
  expect(fix).toContain("Developers → Webhooks");
});

describe("the signature header", () => {
  test.each([null, ""])("B4 is missing: %j", (header) => {
    expect(readSignatureHeader(header)).toEqual({ rejectedFor: "no_signature" });
  });

  test.each([
    "v1=ab",
    "t=1",
    "t=,v1=ab",
    "t=soon,v1=ab",
    "t=-1,v1=ab",
    "t=1,v0=ab",
    "t=1,t=2,v1=ab",
    "Bearer x",
  ])("B4 is not one of Stripe's: %s", (header) => {
    expect(readSignatureHeader(header)).toEqual({ rejectedFor: "malformed_signature" });
  });

  test.each(["t=1764000000,v1=ab", "t=1764000000,v1=ab,v1=cd,v0=ef", "v1=ab,t=1764000000"])(
    "B4 says when it was signed: %s",
    (text) => {
      expect(readSignatureHeader(text)).toEqual({ text, signedAt_s: 1_764_000_000 });
    },
  );
});

describe("a flood of deliveries that nobody signed", () => {
  test("T25 is written at once, and then every ten seconds with what came between", () => {
    const tally = new RejectionTally();

    expect(tally.add("altered", 0)).toBe(1);
    for (let at = 1; at < 10_000; at += 1) expect(tally.add("altered", at)).toBe(0);
    expect(tally.add("altered", 10_000)).toBe(10_000);
    expect(tally.add("altered", 20_000)).toBe(1);
  });

  test("T25 does not hide another cause", () => {
    const tally = new RejectionTally();
    tally.add("altered", 0);

    expect(tally.add("wrong_secret", 1)).toBe(1);
  });
});
