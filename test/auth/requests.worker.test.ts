import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { requestSignIn } from "../../app/auth/sign-in.server";
import { type Bindings, createContext } from "../../app/context.server";
import { welcomedBy } from "../../app/http/begin-session.server";
import { signInSite } from "../../app/http/sign-in-site";
import { openVisit } from "../../app/http/visit.server";
import { openShop } from "../shop/shop";

/** What is asked of the database before the answer, and what is left for after it. */
async function work(host: string, email: string) {
  const asked: string[] = [];
  const left: Promise<unknown>[] = [];
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") {
        return (text: string) => {
          asked.push(text);
          return target.prepare(text);
        };
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  const context = createContext({ ...env, DB } as unknown as Bindings, (later) => left.push(later));
  const visit = await openVisit(context, new Request(`http://${host}/sign-in`));
  if (visit?.site !== "portal") throw new Error(`${host} is no portal`);
  const asker = { email, welcomedBy: await welcomedBy(context, visit, email), network: null };
  await requestSignIn(context, signInSite(context.settings, visit), asker);
  await Promise.all(left);
  return { asked, left: left.length, maySignIn: asker.welcomedBy !== null };
}

test("a known and an unknown address cost the same work before the answer, and leave the same for after it", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  const known = await work(shop.host, email);
  const unknown = await work(shop.host, "nobody@customer.test");

  expect([known.maySignIn, unknown.maySignIn]).toEqual([true, false]);
  expect(known.asked.length).toBeGreaterThan(2);
  expect(unknown.asked).toEqual(known.asked);
  expect(unknown.left).toBe(known.left);
});
