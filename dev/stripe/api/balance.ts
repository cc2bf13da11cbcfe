import type Stripe from "stripe";
import { listPage } from "../http/list-page";
import { fields, none, paging, text } from "../http/parameters";
import { route } from "../http/route";
import type { Scope } from "../scope";
import { fieldIs } from "../storage/object-store";

const TRANSACTIONS = "/v1/balance_transactions";

/** All money of the stand-in is still pending: it pays nothing out. */
function buildBalance(scope: Scope) {
  const movements = scope.world.objects.all(scope.account, "balance_transaction").map(({ body }) => body);
  const currencies = [...new Set(movements.map(({ currency }) => currency))];
  const total = (currency: string) =>
    movements.filter((movement) => movement.currency === currency).reduce((sum, { net }) => sum + net, 0);
  const used = currencies.length > 0 ? currencies : ["usd"];
  return {
    object: "balance",
    available: used.map((currency) => ({ amount: 0, currency, source_types: { card: 0 } })),
    livemode: false,
    pending: used.map((currency) => {
      const amount = total(currency);
      return { amount, currency, source_types: { card: amount } };
    }),
  } satisfies Stripe.Balance;
}

export const balanceRoutes = [
  route("GET", "/v1/balance", none, buildBalance),

  route("GET", TRANSACTIONS, fields({ ...paging, source: text }), (scope, { source, ...page }) =>
    listPage(
      scope,
      "balance_transaction",
      TRANSACTIONS,
      page,
      source === undefined ? [] : [fieldIs("source", source)],
    ),
  ),

  route("GET", `${TRANSACTIONS}/:id`, none, (scope, _, { id }) => scope.get("balance_transaction", id).body),
];
