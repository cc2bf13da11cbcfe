import { expect, test } from "vitest";
import { declineReason } from "../../app/purchases/decline-reason";

const reason = (code: string) => declineReason({ code, message: "What Stripe says." });

test("L142 a decline is said in plain words, and what is not known here in Stripe's own", () => {
  expect(reason("insufficient_funds")).toBe("There was not enough money in the account.");
  expect(reason("a_code_of_tomorrow")).toBe("What Stripe says.");
});

test("L142 a partner is warned not to tell a thief that the card was reported", () => {
  for (const code of ["lost_card", "stolen_card", "pickup_card", "fraudulent"])
    expect(reason(code)).toContain("Tell the customer only");
});
