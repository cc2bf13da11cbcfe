import { expect, test } from "vitest";
import { fillIn } from "../../dev/database.mjs";

test("the demo is written for the account and the hosts of this start", () => {
  const sql = "INSERT INTO connected_accounts VALUES ('{{DEMO_STRIPE_ACCOUNT}}')";

  expect(fillIn(sql, { DEMO_STRIPE_ACCOUNT: "acct_mine" })).toBe(
    "INSERT INTO connected_accounts VALUES ('acct_mine')",
  );
});

test("a misspelt name in the demo is not loaded as it stands", () => {
  expect(() => fillIn("{{DEMO_STRIPE_ACOUNT}}", { DEMO_STRIPE_ACCOUNT: "acct_mine" })).toThrow(
    "There is no value for {{DEMO_STRIPE_ACOUNT}}",
  );
});
