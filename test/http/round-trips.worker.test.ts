import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { type Bindings, createContext } from "../../app/context.server";
import { openVisit } from "../../app/http/visit.server";
import { creditsOverview } from "../../app/purchases/credits-overview.server";
import { openShop, starterPack } from "../shop/shop";
import { observed } from "../stripe/observed-binding";

/** The bindings, and how often each was asked. A batch is one round trip, whatever is in it. */
function counted() {
  const trips = { d1: 0, wallet: 0 };
  const asking = new Set(["all", "first", "raw", "run"]);
  const count = (name: string) => {
    if (asking.has(name)) trips.d1 += 1;
  };
  const statement = (real: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(real, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => statement(target.bind(...values));
        count(String(name));
        const member: unknown = Reflect.get(target, name);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") return (text: string) => statement(target.prepare(text));
      if (name === "batch") trips.d1 += 1;
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  const WALLET = observed(env.WALLET, (name) => {
    if (name === "get" || name === "getByName") trips.wallet += 1;
  });
  return { bindings: { ...env, DB, WALLET } as unknown as Bindings, trips };
}

test("the credits page asks the database at most twice and the wallet once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { bindings, trips } = counted();
  const context = createContext(bindings, () => {});
  const request = new Request(`http://${shop.host}/credits`, { headers: { cookie: ana.browser.cookie } });

  const visit = await openVisit(context, request);
  if (visit?.site !== "portal" || !visit.customer || !visit.session) throw new Error("Nobody is signed in");
  expect(trips).toEqual({ d1: 1, wallet: 0 });

  const { customer, session } = visit;
  const overview = await creditsOverview({ ...context, ...visit, customer, session });
  expect(overview.plans).toHaveLength(1);
  expect(trips).toEqual({ d1: 2, wallet: 1 });
});
