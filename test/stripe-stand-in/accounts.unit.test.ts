import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningStandIn, runStandIn } from "./run-stand-in";
import { newSession } from "./shopping";

let standIn: RunningStandIn;

beforeAll(async () => {
  standIn = await runStandIn();
}, 30_000);
afterAll(() => standIn.stop());
beforeEach(async () => {
  await standIn.control("reset");
  standIn.inbox.clear();
});

test("an account of the demonstration can be put there again and again, and only a change is told", async () => {
  const demo = { id: "acct_demo", email: "owner@acme.test", business_name: "Acme" };
  await standIn.control("accounts", demo);
  await standIn.control("accounts", demo);
  expect(standIn.inbox.types()).toEqual([]);
  expect((await standIn.stripe().accounts.list()).data).toMatchObject([
    { id: "acct_demo", charges_enabled: true },
  ]);

  await standIn.control("accounts", { ...demo, charges_enabled: false, currently_due: ["external_account"] });
  expect(standIn.inbox.types()).toEqual(["capability.updated", "account.updated"]);
  expect(await standIn.stripe().accounts.retrieve("acct_demo")).toMatchObject({
    charges_enabled: false,
    payouts_enabled: true,
    requirements: { currently_due: ["external_account"], disabled_reason: "requirements.past_due" },
  });
});

test("both versions of the API show the same account", async () => {
  const platform = standIn.stripe();
  const { id } = await platform.v2.core.accounts.create({
    contact_email: "new@acme.test",
    dashboard: "full",
  });
  expect(await platform.accounts.retrieve(id)).toMatchObject({
    email: "new@acme.test",
    charges_enabled: false,
  });

  await standIn.control(`accounts/${id}/complete`);
  const after = await platform.v2.core.accounts.retrieve(id, {
    include: ["configuration.merchant", "requirements"],
  });
  expect(after.configuration?.merchant?.capabilities?.card_payments?.status).toBe("active");
  expect(after.requirements?.entries).toEqual([]);
  expect(await platform.accounts.retrieve(id)).toMatchObject({
    charges_enabled: true,
    details_submitted: true,
  });
});

test("an account that leaves the platform says so once more, and is closed to it", async () => {
  const account = await standIn.openAccount();
  await standIn.control(`accounts/${account}/deauthorize`);
  expect(standIn.inbox.received).toMatchObject([
    {
      event: {
        type: "account.application.deauthorized",
        account,
        data: { object: { object: "application" } },
      },
    },
  ]);
  await expect(standIn.stripe().accounts.retrieve(account)).rejects.toMatchObject({
    code: "account_invalid",
  });

  await standIn.control("accounts", { id: account });
  expect(await standIn.stripe(account).checkout.sessions.create(newSession())).toMatchObject({
    status: "open",
  });
});

test("a session makes a customer when it is asked to", async () => {
  const stripe = standIn.stripe(await standIn.openAccount());
  const { id } = await stripe.checkout.sessions.create(newSession({ customer_creation: "always" }));
  await standIn.control(`sessions/${id}/pay`, { card: "4242424242424242" });
  const { customer } = await stripe.checkout.sessions.retrieve(id, { expand: ["customer"] });
  expect(customer).toMatchObject({ object: "customer", email: "ana@example.com" });
});
