import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { inboxOf } from "../shop/outside";
import { openShop, type Shop } from "../shop/shop";
import { fieldOf, type Page, Visitor } from "../shop/visitor";

const NEW = "/customers/new";
const IMPORT = "/customers/import";

interface Row {
  id: string;
  email: string;
  name: string;
  portal_access: string;
}

async function customersOf({ partnerId }: Shop): Promise<Row[]> {
  const { results } = await env.DB.prepare("SELECT * FROM customers WHERE partner_id = ? ORDER BY email")
    .bind(partnerId)
    .all<Row>();
  return results;
}

const auditOf = async ({ partnerId }: Shop, action: string) =>
  (
    await env.DB.prepare("SELECT * FROM audit_log WHERE partner_id = ? AND action = ? ORDER BY at")
      .bind(partnerId, action)
      .all()
  ).results;

async function adds(browser: Visitor, fields: Record<string, string>): Promise<Page> {
  return browser.post(NEW, { formId: fieldOf(await browser.get(NEW), "formId"), ...fields });
}

const address = (name: string, { name: shop }: Shop) => `${name}@${shop}.test`;

test("L149 a partner adds a customer, who is in the list and cannot come in until invited", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const email = address("Ana", shop);
  const answer = await adds(browser, { name: " Ana Silva ", email, company: "Silva", externalId: "C-1" });
  expect(answer.status).toBe(303);

  expect(await customersOf(shop)).toMatchObject([
    {
      name: "Ana Silva",
      email: email.toLowerCase(),
      company: "Silva",
      external_id: "C-1",
      portal_access: "none",
    },
  ]);
  expect(await auditOf(shop, "customer.created")).toHaveLength(1);
  const list = await browser.get(answer.location ?? "");
  expect(list.text).toContain("Ana Silva was added They come into your portal once you invite them.");
  expect(await inboxOf(email.toLowerCase(), "", 0)).toEqual([]);
});

test("a double click makes one customer, and another one with the same address is refused with all that was typed", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const form = {
    formId: fieldOf(await browser.get(NEW), "formId"),
    name: "Ana",
    email: address("ana", shop),
  };
  const answers = await Promise.all([browser.post(NEW, form), browser.post(NEW, form)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(answers[0].location).toBe(answers[1].location);
  expect(await customersOf(shop)).toHaveLength(1);
  expect(await auditOf(shop, "customer.created")).toHaveLength(1);

  const again = await adds(browser, { name: "Other", email: form.email });
  expect(again.status).toBe(422);
  expect(again.text).toContain("Another customer of yours has this e-mail");
  expect(again.html).toContain('value="Other"');
  const wrong = await adds(browser, { name: "x".repeat(101), email: "nobody" });
  expect(wrong.text).toContain("Name can have at most 100 characters");
  expect(wrong.text).toContain("Enter an e-mail address, such as ana@example.com");
  expect(await customersOf(shop)).toHaveLength(1);
});

test("the same person may be a customer of two partners", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  for (const one of [shop, other]) await adds((await one.owner()).browser, { email: "ana@two-shops.test" });
  expect(await customersOf(shop)).toHaveLength(1);
  expect(await customersOf(other)).toHaveLength(1);
});

test("L149 Free Forever has room for two customers, by form, by two clicks at once and by file", async () => {
  const shop = await openShop({ tier: "free_forever", account: "none" });
  const { browser } = await shop.owner();
  const tooMany = await browser.upload(
    IMPORT,
    {},
    new TextEncoder().encode("email\na@x.test\nb@x.test\nc@x.test"),
  );
  expect(tooMany.status).toBe(403);
  expect(await customersOf(shop)).toEqual([]);

  await adds(browser, { email: address("ana", shop) });
  const formOf = async (name: string) => ({
    formId: fieldOf(await browser.get(NEW), "formId"),
    email: address(name, shop),
  });
  const forms = [await formOf("bo"), await formOf("cy")];
  const answers = await Promise.all(forms.map((form) => browser.post(NEW, form)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
  expect(await customersOf(shop)).toHaveLength(2);
  const page = await browser.get(NEW);
  expect(page.status).toBe(403);
  expect(page.text).toContain(
    "Upgrade required Nothing was changed. Free Forever has room for 2 customers. Starter, Pro and Enterprise have no limit.",
  );
  expect(page.html).toContain('href="/settings/plan-tier"');
});

test("L149 an invited customer gets one e-mail from the partner, signs in with it, and is active", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const email = address("ana", shop);
  await adds(browser, { email, name: "Ana", invite: "on" });
  const [mail] = await inboxOf(email, "Your invitation");
  expect(mail?.from).toContain(shop.title);
  expect(mail?.links.join()).toContain(`http://${shop.host}/sign-in`);
  expect(await customersOf(shop)).toMatchObject([{ portal_access: "invited" }]);

  const ana = new Visitor(shop.host);
  await ana.post("/sign-in", { email, next: "/" });
  const [code] = await inboxOf(email, "sign-in code");
  await ana.post("/sign-in/code", { code: code?.code ?? "", next: "/" });
  expect((await ana.get("/credits")).status).toBe(200);
  expect(await customersOf(shop)).toMatchObject([{ portal_access: "active" }]);
});

test("inviting again sends again, a double click sends once, and who is in or blocked is not invited", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const email = address("ana", shop);
  await adds(browser, { email });
  const [ana] = await customersOf(shop);
  const path = `/customers/${ana?.id}/invite`;
  for (let times = 0; times < 2; times += 1) {
    const form = { formId: fieldOf(await browser.get("/customers"), "formId") };
    const [answer] = await Promise.all([browser.post(path, form), browser.post(path, form)]);
    expect((await browser.get(answer.location ?? "")).text).toContain(`${email} was invited`);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await inboxOf(email, "Your invitation", 2)).toHaveLength(2);
  expect(await auditOf(shop, "customer.invited")).toMatchObject([
    { before: '{"portalAccess":"none"}' },
    { before: '{"portalAccess":"invited"}' },
  ]);

  for (const access of ["active", "blocked"]) {
    await env.DB.prepare("UPDATE customers SET portal_access = ? WHERE id = ?").bind(access, ana?.id).run();
    const page = await browser.get("/customers");
    expect(page.text).not.toContain("Invite again");
    const refused = await browser.post(path, { formId: fieldOf(await browser.get(NEW), "formId") });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("No invitation was sent.");
  }
  expect(await auditOf(shop, "customer.invited")).toHaveLength(2);
});

test("nobody is invited into a portal that is switched off, and nobody invites another partner's customer", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const [{ browser }, rival] = [await shop.owner(), await other.owner()];
  await adds(browser, { email: address("ana", shop) });
  const [ana] = await customersOf(shop);
  const formId = fieldOf(await rival.browser.get(NEW), "formId");
  expect((await rival.browser.post(`/customers/${ana?.id}/invite`, { formId })).status).toBe(404);

  await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  const refused = await browser.post(`/customers/${ana?.id}/invite`, { formId });
  expect({ status: refused.status, text: refused.text }).toMatchObject({ status: 409 });
  expect(refused.text).toContain("Set up your whitelabel portal first");
  expect((await adds(browser, { email: address("bo", shop), invite: "on" })).status).toBe(409);
  expect(await customersOf(shop)).toMatchObject([{ portal_access: "none" }]);
});

test("L149 a file of customers is imported whole, invitations and all", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const file = new TextEncoder().encode(
    `Name;E-Mail;Company\r\nJosé;${address("jose", shop)};"Sol; Mar"\r\n;${address("bo", shop)};\r\n`,
  );
  const answer = await browser.upload(IMPORT, { invite: "on" }, file, "customers.csv");
  expect((await browser.get(answer.location ?? "")).text).toContain("2 customers were imported");

  expect(await customersOf(shop)).toMatchObject([
    { name: "", email: address("bo", shop), portal_access: "invited" },
    { name: "José", company: "Sol; Mar", portal_access: "invited" },
  ]);
  expect(await auditOf(shop, "customer.created")).toHaveLength(2);
  expect(await inboxOf(address("jose", shop), "Your invitation")).toHaveLength(1);
});

test("L149 one bad row keeps all of a file out, the report names it, and the good ones go in when asked for", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  await adds(browser, { email: address("bo", shop) });
  const rows = `email\n${address("ana", shop)}\nnobody\n${address("bo", shop)}\n${address("ana", shop)}\n`;
  const report = await browser.upload(IMPORT, {}, new TextEncoder().encode(rows));
  expect(report.status).toBe(422);
  expect(report.text).toContain("Nothing was imported 3 rows cannot be imported, 1 could be.");
  expect(report.text).toContain(
    `Line 3 Reason “nobody” is not an e-mail address Line 4 Reason ${address("bo", shop)} is a customer already Line 5 Reason The e-mail address ${address("ana", shop)} is on line 2 already`,
  );
  // What was in the file is on the page, to be corrected there.
  expect(report.html).toContain(`${address("ana", shop)}\nnobody`);
  expect(await customersOf(shop)).toHaveLength(1);

  const text = rows.replace("nobody", "cy@somewhere.test");
  expect((await browser.post(IMPORT, { text })).status).toBe(422);
  expect(await customersOf(shop)).toHaveLength(1);
  const part = await browser.post(IMPORT, { text, intent: "part" });
  expect((await browser.get(part.location ?? "")).text).toContain(
    "2 customers were imported 2 rows were left out.",
  );
  expect(await customersOf(shop)).toHaveLength(3);
});

test("two thousand customers are imported in one go, and two imports of them at once make them once", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const rows = Array.from({ length: 2_000 }, (_, at) => `Customer ${at},${address(`c${at}`, shop)}`);
  const file = new TextEncoder().encode(`name,email\n${rows.join("\n")}`);
  const answers = await Promise.all([browser.upload(IMPORT, {}, file), browser.upload(IMPORT, {}, file)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  expect(await customersOf(shop)).toHaveLength(2_000);
  expect(await auditOf(shop, "customer.created")).toHaveLength(2_000);
});

test("a file of Excel on Windows keeps its accents, and the sample can be downloaded", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const text = `name,email\nJos\u00e9,${address("jose", shop)}`;
  await browser.upload(
    IMPORT,
    {},
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
  );
  expect(await customersOf(shop)).toMatchObject([{ name: "José" }]);

  const sample = await browser.get(`${IMPORT}/sample.csv`);
  expect(sample.headers.get("content-disposition")).toContain('filename="customers.csv"');
  expect(sample.html).toContain("name,email,company,external id");
});
