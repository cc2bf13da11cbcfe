import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findCli, trigger } from "./run-cli";
import { type RunningStandIn, runStandIn } from "./run-stand-in";

const EVENTS = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "charge.refunded",
  "charge.refund.updated",
  "charge.dispute.created",
  "charge.dispute.closed",
  "account.updated",
  "account.application.deauthorized",
];

const cli = findCli();

describe.skipIf("missing" in cli)(
  `Stripe's CLI takes the stand-in for Stripe${"missing" in cli ? ` (skipped: ${cli.missing})` : ""}`,
  { timeout: 60_000 },
  () => {
    let standIn: RunningStandIn;
    const binary = "binary" in cli ? cli.binary : "";

    beforeAll(async () => {
      standIn = await runStandIn();
    }, 30_000);
    afterAll(() => standIn.stop());
    beforeEach(() => standIn.inbox.clear());

    test.each(EVENTS)("`stripe trigger %s` runs through, and its event arrives signed", async (type) => {
      const run = await trigger(binary, standIn.origin, type);
      expect(run.output).toContain("Trigger succeeded");
      expect(run.ok).toBe(true);
      expect((await standIn.inbox.waitFor(type)).type).toBe(type);
      expect(standIn.inbox.refused).toEqual([]);
    });

    test("with --stripe-account the payment belongs to that account", async () => {
      const account = await standIn.openAccount();
      const run = await trigger(binary, standIn.origin, "checkout.session.completed", [
        "--stripe-account",
        account,
      ]);
      expect(run.output).toContain("Trigger succeeded");
      expect(await standIn.inbox.waitFor("checkout.session.completed")).toMatchObject({ account });
    });
  },
);
