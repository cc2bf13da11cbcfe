import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { type Customer, clickOn, DECLINED_CARD } from "../shop/people";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { Visitor } from "../shop/visitor";

const rowsOf = (html: string) =>
  [...html.matchAll(/<tr role="row"[^>]*>(?:(?!<\/tr>).)*<\/tr>/gs)]
    .map(([row]) =>
      row
        .replace(/<[^>]+>/g, " ")
        .replace(/&#x27;/g, "'")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .slice(1);

const paymentOf = (customer: Customer, purchaseId: string) =>
  customer.wallet((wallet) => wallet.purchase(purchaseId)?.purchase.paymentIntentId ?? "");

test("L67 the plans are under Credits and under Billing, with one balance, and can be bought from both", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const ana = await shop.customer();
  const balances = ["1,000", "6,000"];
  for (const path of ["/credits", "/billing"]) {
    const page = await ana.browser.get(path);
    for (const href of ["/credits", "/billing", "/history"]) expect(page.html).toContain(`href="${href}"`);
    await (await ana.clicks(clickOn(page, path === "/credits" ? "Starter Pack" : "Pro Bundle"))).pays();

    const expected = `Current Balance ${balances.shift()} credits Total Used 0 by usage; deductions do not count Last change now`;
    for (const tab of ["/credits", "/billing"]) {
      expect((await ana.browser.get(tab)).text).toContain(expected);
    }
  }
});

test("L70 a card shows name, credits, price, description and badge, and nothing where there is nothing", async () => {
  const described = { ...proBundle, description: "For a busy month" };
  const shop = await openShop({ plans: [starterPack, described] });
  const ana = await shop.customer();

  const { html } = await ana.browser.get("/billing");
  const [pro = "", starter = ""] = html.split('<li class="surface').slice(1);
  for (const part of ["Pro Bundle", "5,000 credits", "$199", "For a busy month", "Popular"]) {
    expect(pro).toContain(part);
  }
  for (const part of ["Starter Pack", "1,000 credits", "$49"]) expect(starter).toContain(part);
  expect(starter).not.toContain("Popular");
  expect(starter).not.toContain("whitespace-pre-line");
});

test("L107 the first look after the payment has the new balance, and two tabs agree", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  const { redirect_url } = await checkout.pays();

  expect((await ana.browser.get(redirect_url ?? "")).text).toContain("Your balance is 1,000 credits.");
  const [one, other] = await Promise.all([ana.browser.get("/credits"), ana.browser.get("/billing")]);
  for (const tab of [one, other]) expect(tab.text).toContain("Current Balance 1,000 credits");
});

test("every purchase is listed with what became of its money", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const buys = async (card?: string) => {
    const checkout = await ana.chooses("Starter Pack");
    await checkout.pays(card);
    return checkout.purchaseId;
  };
  const refunded = await buys();
  await stripe.refund(await paymentOf(ana, refunded));
  const partly = await buys();
  await stripe.refund(await paymentOf(ana, partly), 1_000);
  const disputed = await buys();
  await stripe.dispute(await paymentOf(ana, disputed));
  const credited = await buys();
  await buys(DECLINED_CARD);
  await buys("bank_debit");

  const page = await ana.browser.get("/billing/purchases");
  expect(rowsOf(page.html)).toEqual(
    [
      "Processing Your bank is still confirming the payment. Credits are added as soon as it does. Date now Receipt –",
      "Failed Your card was declined. Nothing was charged and no credits were added. Date now Receipt –",
      "Credited Paid, and the credits were added. Date now Receipt Receipt",
      "Disputed $49.00 went back to you through your bank. Date now Receipt Receipt",
      "Partially refunded $10.00 of $49.00 went back to you. Date now Receipt Receipt",
      "Refunded $49.00 went back to you. Date now Receipt Receipt",
    ].map((standing) => `Starter Pack $49.00 Credits 1,000 Status ${standing}`),
  );
  expect(page.html).toContain(`href="/purchases/${credited}/receipt"`);
  expect(page.html).toContain(`href="/purchases/${disputed}"`);
});

test("purchases come in pages of 25, the newest first, each once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const made: string[] = [];
  const page = await ana.browser.get("/credits");
  for (let at = 0; at < 27; at += 1) {
    const click = { ...clickOn(page, "Starter Pack"), clickId: `click_${at}`, another: "yes" };
    made.unshift((await ana.clicks(click)).purchaseId);
  }
  const seen = (html: string) =>
    [...html.matchAll(/href="\/purchases\/(purchase_\w+)"/g)].map(([, id]) => id);

  const first = await ana.browser.get("/billing/purchases");
  const older = /href="(\/billing\/purchases\?before=[^"]+)"/.exec(first.html)?.[1] ?? "";
  const second = await ana.browser.get(older);
  expect([...seen(first.html), ...seen(second.html)]).toEqual(made);
  expect(seen(first.html)).toHaveLength(25);
  expect(second.html).not.toMatch(/href="[^"]*before=/);
  expect(seen((await ana.browser.get("/billing/purchases?before=%27--")).html)).toEqual(made.slice(0, 25));
});

test("what a customer opens daily stays light, and ships no script", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle, { ...starterPack, name: "Third Pack" }] });
  const ana = await shop.customer();
  for (let times = 0; times < 6; times += 1) await (await ana.chooses("Pro Bundle")).pays();

  for (const path of ["/credits", "/billing"]) {
    const { html } = await ana.browser.get(path);
    expect(new TextEncoder().encode(html).length, path).toBeLessThanOrEqual(20 * 1024);
    expect(html).not.toContain("<script");
  }
});

test("a file that cannot be had says so in plain sentences", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const elsewhere = await new Visitor("localhost:8787").get("/history.csv");
  expect([elsewhere.status, elsewhere.html]).toEqual([404, "Not found\nThere is nothing at this address.\n"]);
  expect((await ana.browser.get("/history.csv.data")).status).toBe(400);
});

test("nobody else's session opens a customer's billing or files", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, bo] = [await shop.customer(), await (await openShop()).customer("bo")];
  await (await ana.chooses("Starter Pack")).pays();

  const strangers = [new Visitor(shop.host), new Visitor(shop.host).steal(bo.browser.cookie)];
  for (const path of ["/billing", "/billing/purchases", "/billing/purchases.csv", "/history.csv"]) {
    for (const stranger of strangers) {
      const page = await stranger.get(path);
      expect(page.status, path).toBe(302);
      expect(page.location, path).toContain("/sign-in?next=");
      expect(page.html).not.toContain("Starter Pack");
    }
    expect((await bo.browser.get(path)).html).not.toContain("Starter Pack");
  }
});
