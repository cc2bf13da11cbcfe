import { expect, test } from "vitest";
import { disabledReasonWords } from "../../app/stripe/disabled-reason";

test.each([
  ["requirements.past_due", "what it asked for is overdue (requirements.past_due)"],
  ["rejected.fraud", "it has turned the account down (rejected.fraud)"],
  ["under_review", "it is reviewing the account (under_review)"],
])("why Stripe charges nothing is told in words, with Stripe's own name for it: %s", (reason, words) => {
  expect(disabledReasonWords(reason)).toBe(words);
});

test("a reason that Stripe invents tomorrow is told as Stripe names it", () => {
  expect(disabledReasonWords("requirements.moon_phase")).toBe("requirements.moon_phase");
});
