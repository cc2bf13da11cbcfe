import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { inboxOf } from "../shop/outside";
import { openShop } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

const PLATFORM = "localhost:8787";

/** One address that may sign in everywhere: as a customer of two portals and as a member on the platform. */
async function someoneKnownEverywhere() {
  const [a, b] = [await openShop(), await openShop()];
  const { email } = await a.customer("everywhere");
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO customers (id, partner_id, email, name, portal_access, created_at) VALUES (?, ?, ?, 'E', 'active', 1)",
    ).bind(newId("customer"), b.partnerId, email),
    env.DB.prepare(
      "INSERT INTO partner_members (id, partner_id, email, name, role, created_at) VALUES (?, ?, ?, 'E', 'member', 1)",
    ).bind(newId("member"), a.partnerId, email),
  ]);
  return { email, hosts: [a.host, b.host, PLATFORM] };
}

const home = (host: string) => (host === PLATFORM ? "/home" : "/credits");
const others = (hosts: string[], own: string) => hosts.filter((host) => host !== own);

test("a code is nothing on any other site, with the cookie copied too, and spends no attempt there", async () => {
  const { email, hosts } = await someoneKnownEverywhere();
  for (const own of hosts) {
    const browser = new Visitor(own);
    const { code } = await asksForMail(browser, email);
    for (const other of others(hosts, own)) {
      const thief = new Visitor(other).steal(browser.cookie);
      for (let tries = 0; tries < 6; tries += 1) {
        const { status } = await thief.post("/sign-in/code", { code, next: "/" });
        expect(status, `${own} at ${other}`).toBe(422);
      }
    }
    expect((await browser.post("/sign-in/code", { code, next: "/" })).status, own).toBe(303);
  }
});

test("a link is nothing on any other site, and still works on its own afterwards", async () => {
  const { email, hosts } = await someoneKnownEverywhere();
  for (const own of hosts) {
    const browser = new Visitor(own);
    const { link } = await asksForMail(browser, email);
    for (const other of others(hosts, own)) {
      const thief = new Visitor(other).steal(browser.cookie);
      expect((await thief.post(link, {})).status, `${own} at ${other}`).toBe(422);
    }
    expect((await browser.post(link, {})).status, own).toBe(303);
  }
});

test("a session is nothing on any other site, whoever carries its cookie there", async () => {
  const { email, hosts } = await someoneKnownEverywhere();
  for (const own of hosts) {
    const browser = new Visitor(own);
    const { link } = await asksForMail(browser, email);
    await browser.post(link, {});
    expect((await browser.get(home(own))).status, own).toBe(200);
    for (const other of others(hosts, own)) {
      const thief = new Visitor(other).steal(browser.cookie);
      expect(await thief.get(home(other)), `${own} at ${other}`).toMatchObject({
        status: 302,
        location: `/sign-in?next=${encodeURIComponent(home(other))}`,
      });
    }
  }
});

test("signing out elsewhere with a stolen cookie ends nothing here", async () => {
  const { email, hosts } = await someoneKnownEverywhere();
  const [own = "", other = ""] = hosts;
  const browser = new Visitor(own);
  const { link } = await asksForMail(browser, email);
  await browser.post(link, {});

  await new Visitor(other).steal(browser.cookie).post("/sign-out", {});
  await new Visitor(PLATFORM).steal(browser.cookie).post("/sign-out", {});
  expect((await browser.get("/credits")).status).toBe(200);
});

test("a link leads to the portal's own address, however its host was spelled", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  await asksForMail(new Visitor(shop.host.replace(":", ".:")), email);
  const [mail] = await inboxOf(email, "sign-in code", 2);
  const link = mail?.links.find((found) => found.includes("/sign-in/link/")) ?? "";
  expect(new URL(link).origin).toBe(`http://${shop.host}`);
});
