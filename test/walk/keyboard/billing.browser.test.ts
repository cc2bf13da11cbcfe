import { expect, test, vi } from "vitest";
import { paidEvent } from "../../stripe/sample-events";
import { ACCOUNT, DECLINED_CARD, shopper } from "../shopper";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

const ANA = "ana@customer.test";

byKeyboard({ routes: /^routes\/dashboard\/billing\// }, (walk) => {
  let olivia: Keys;

  test("the rule for refunds is chosen", async () => {
    olivia = await walk.signedIn("olivia@acme.test");
    await olivia.open("/settings/refund-policy");
    await olivia.pick(/^Take what is left/);
    await olivia.press("Save changes");
    await olivia.isTold("Refund policy saved");
    expect(await olivia.page.getByRole("radio", { name: /^Take what is left/ }).isChecked()).toBe(true);
  });

  test("what was not heard of is found: a payment is credited, then all of them, and one with a note", async () => {
    await salesGoUnheard();
    await olivia.open("/billing-and-invoices");
    await olivia.press("Compare with Stripe");
    await olivia.write("Days", "soon");
    await olivia.press("Compare with Stripe");
    await olivia.reads("Days must be a whole number");
    await olivia.write("Days", "1");
    await olivia.press("Compare with Stripe");
    await olivia.finds("heading", "Differences");

    await olivia.press(/^Repair cs_/);
    await olivia.isTold("Repaired");
    await olivia.reads(/^Credited/);
    await olivia.press("Repair all");
    await olivia.reads("Credited 10,000 credits.", "Credited 5,000 credits.", "Credited 1,000 credits.");
    await olivia.press(/^Credit as agreed: /);
    await olivia.reads("Add a note");
    await olivia.write("Note", "The rest was paid in cash.");
    await olivia.press(/^Credit as agreed: /);
    await olivia.reads("Credited as agreed.");
  });

  /** Three payments of which nobody tells, and one that is told of with another amount. */
  async function salesGoUnheard(): Promise<void> {
    const [ana, ben] = [await shopper(walk.town, ANA), await shopper(walk.town, "ben@customer.test")];
    await ana.buysUnheard("Enterprise Package");
    await ana.buysUnheard("Pro Bundle");
    await ben.buysUnheard("Starter Pack");
    const chosen = await ana.chooses("Starter Pack");
    await ana.pays(chosen, DECLINED_CARD);
    await walk.town.hears(paidEvent({ account: ACCOUNT, ...chosen, amount: 100 }));
    await ana.pays(chosen);
  }

  test("an event that needs a look is found and replayed", async () => {
    await olivia.open("/billing-and-invoices");
    await olivia.press("Webhooks");
    await olivia.press("Needs a look");
    await olivia.misses("row", /Processed/);
    await olivia.press(/^Replay checkout\.session\.completed/);
    await olivia.isTold("checkout.session.completed replayed");
  });

  test("purchases and failed attempts are looked for", async () => {
    await vi.waitFor(async () => {
      await olivia.open("/billing-and-invoices/attempts");
      await olivia.page.getByRole("row", { name: new RegExp(ANA) }).waitFor({ timeout: 500 });
    }, 15_000);
    await olivia.write("Customer's e-mail", "ben@customer.test");
    await olivia.press("Search");
    await olivia.misses("row", new RegExp(ANA));
    await olivia.press("Reset");
    await olivia.finds("row", new RegExp(ANA));
    await olivia.press("Purchases");
    await olivia.write("Customer's e-mail", ANA);
    await olivia.choose("Status", "Credited");
    await olivia.press("Search");
    await olivia.misses("row", /ben@customer\.test/);
    await olivia.finds("row", new RegExp(ANA));
  });
});
