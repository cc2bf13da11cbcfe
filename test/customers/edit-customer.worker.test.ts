import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop } from "../shop/shop";

async function openWith() {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const id = await shop.invites("ben@customer.test", "Ben");
  const edits = (customerId: string, form: Record<string, string>) =>
    owner.browser.post(`/customers/${customerId}/edit`, form);
  return { owner, ana, id, edits };
}

const rowOf = (id: string) =>
  env.DB.prepare("SELECT name, email, company, external_id FROM customers WHERE id = ?").bind(id).first();

const BEN = { name: "Ben", email: "ben@customer.test" };

test("L149 name, company and external id are edited, shown above each tab, and written down", async () => {
  const { owner, id, edits } = await openWith();
  const form = { ...BEN, name: " Ben Bo ", company: "Bo & Sons", externalId: "crm-17" };
  expect((await edits(id, form)).location).toBe(`/customers/${id}`);
  await edits(id, form);
  for (const tab of ["", "/features", "/billing"]) {
    const { text, html } = await owner.browser.get(`/customers/${id}${tab}`);
    expect(text, tab).toContain(
      "Ben Bo Portal access: Invited Mailbox not verified ben@customer.test · Bo & Sons",
    );
    expect(html, tab).toMatch(/<code[^>]*>crm-17<\/code>/);
    expect(html, tab).toMatch(new RegExp(`<code[^>]*>${id}</code>`));
  }
  const { results } = await env.DB.prepare("SELECT action, before, after FROM audit_log WHERE object_id = ?")
    .bind(id)
    .all<Record<string, string>>();
  expect(results.map(({ action, before }) => [action, JSON.parse(before ?? "")])).toEqual([
    ["customer.updated", { name: "Ben", email: "ben@customer.test", company: "", externalId: null }],
  ]);
});

test("L149 the address of somebody who never signed in is changed; of somebody who did it stays, and the page says why", async () => {
  const { owner, ana, id, edits } = await openWith();
  await edits(id, { name: "Ben", email: " New.Ben@Customer.test" });
  expect(await rowOf(id)).toMatchObject({ email: "new.ben@customer.test" });

  const page = await owner.browser.get(`/customers/${ana.id}/edit`);
  expect(page.text).toContain("They have signed in with this address, so it stays");
  expect(page.html).toMatch(/<input[^>]*readonly[^>]*name="email"|<input[^>]*name="email"[^>]*readonly/i);
  await edits(ana.id, { name: "Ana", email: "somebody.else@customer.test" });
  expect(await rowOf(ana.id)).toMatchObject({ name: "Ana", email: ana.email });
});

test("L149 what another customer has, and what cannot be shown, is told under its field", async () => {
  const { ana, id, edits } = await openWith();
  await edits(ana.id, { name: "Ana", email: "", externalId: "crm-1" });
  const taken = await edits(id, { ...BEN, email: ana.email });
  expect([taken.status, taken.text.includes("Another customer of yours has this e-mail address")]).toEqual([
    422,
    true,
  ]);
  expect((await edits(id, { ...BEN, externalId: "crm-1" })).text).toContain(
    "Another customer of yours has this external id",
  );
  const wrong = await edits(id, { name: "a\u202eb", email: "nowhere", company: "x".repeat(101) });
  expect(wrong.status).toBe(422);
  for (const message of [
    "Name contains characters that cannot be shown",
    "Enter an e-mail address, such as ana@example.com",
    "Company can have at most 100 characters",
  ]) {
    expect(wrong.text).toContain(message);
  }
  expect(await rowOf(id)).toMatchObject({ ...BEN, company: "", external_id: null });
});
