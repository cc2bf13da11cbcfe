import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createContext } from "../../app/context.server";
import { openVisit } from "../../app/http/visit.server";
import { loader as account } from "../../app/routes/portal/account";
import { loader as billing } from "../../app/routes/portal/billing";
import { loader as again } from "../../app/routes/portal/buy-again";
import { loader as credits } from "../../app/routes/portal/credits";
import { loader as history } from "../../app/routes/portal/history";
import { loader as layout } from "../../app/routes/portal/layout";
import { loader as purchase } from "../../app/routes/portal/purchase";
import { loader as purchases } from "../../app/routes/portal/purchases";
import { loader as receipt } from "../../app/routes/portal/receipt";
import { appRoutes } from "../http/app-routes";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { observed } from "../stripe/observed-binding";

const PAGES = { account, credits, billing, history, purchases, purchase, receipt, "buy-again": again };

/** Every page of a portal; what is a file is no page. */
const pageNames = () =>
  appRoutes({})
    .filter(({ site, path }) => site === "portal" && !path.endsWith(".csv"))
    .map(({ id }) => id.replace("routes/portal/", ""));

/** Bindings that count how often a page waits for the database and asks a wallet. */
function counted() {
  const count = { d1: 0, wallet: 0 };
  const statement = (one: D1PreparedStatement): D1PreparedStatement =>
    observed(one, (name) => {
      if (name === "bind") return (...values: unknown[]) => statement(one.bind(...values));
      if (["all", "raw", "run", "first"].includes(name)) count.d1 += 1;
      return undefined;
    });
  const DB = observed(env.DB, (name) => {
    if (name === "batch") count.d1 += 1;
    return name === "prepare" ? (sql: string) => statement(env.DB.prepare(sql)) : undefined;
  });
  const WALLET = observed(env.WALLET, (name) => {
    if (name === "get") count.wallet += 1;
    return undefined;
  });
  return { count, context: createContext({ ...env, DB, WALLET }, () => {}) };
}

test("a page of the portal costs at most two round trips to D1 and one call to the wallet", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();

  expect(Object.keys(PAGES).sort(), "A new page belongs into PAGES").toEqual(pageNames().sort());
  for (const [name, loader] of Object.entries(PAGES)) {
    const { count, context } = counted();
    const request = new Request(`http://${shop.host}/${name}`, { headers: { cookie: ana.browser.cookie } });
    const visit = await openVisit(context, request);
    const args = { request, params: { purchaseId: checkout.purchaseId }, context: { context, visit } };
    await Promise.all([layout(args as never), loader(args as never)]);
    expect(count.d1, `${name} and D1`).toBeLessThanOrEqual(2);
    expect(count.d1, `${name} and D1`).toBeGreaterThan(0);
    expect(count.wallet, `${name} and the wallet`).toBeLessThanOrEqual(1);
  }
});
