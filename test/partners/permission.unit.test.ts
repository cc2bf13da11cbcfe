import { expect, test } from "vitest";
import { isPermitted, type Task } from "../../app/partners/permission";

const OWNERS_TASKS: Task[] = [
  "manage_team",
  "change_tier",
  "connect_stripe",
  "change_refund_policy",
  "change_portal_domain",
  "change_email_domain",
];

test.each(OWNERS_TASKS)("the owner may, and a member may not: %s", (task) => {
  expect(isPermitted("owner", task)).toBe(true);
  expect(isPermitted("member", task)).toBe(false);
});
