import * as build from "virtual:remix/server-build";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import type { Bindings } from "../app/context.server";
import type * as Entry from "../app/entry.server";

/**
 * The built Worker, and beside it the same Remix routes with data from memory: the same components, the same render,
 * and no database, no wallet, no session. Which of the two answers is said by a header, so that both run in one
 * process. This is in no bundle that is deployed.
 */
const product = build as unknown as ServerBuild;
const { serve, tend, Wallet } = build.entry.module as unknown as typeof Entry;

export { Wallet };

const remix = createRequestHandler(product, "production");

/** What each loader answered to the first request, and in what it was asked. */
const memory = new Map<string, unknown>();
let asked: AppLoadContext | null = null;

const fromMemory = createRequestHandler(
  {
    ...product,
    routes: Object.fromEntries(
      Object.entries(product.routes).map(([id, route]) => [id, route && withMemory(id, route)]),
    ),
  },
  "production",
);

type Route = NonNullable<ServerBuild["routes"][string]>;

function withMemory(id: string, route: Route): Route {
  const { loader } = route.module;
  if (!loader) return route;
  const remembering: typeof loader = async (args) => {
    if (!memory.has(id)) memory.set(id, await loader(args));
    return memory.get(id) as Awaited<ReturnType<typeof loader>>;
  };
  return { ...route, module: { ...route.module, loader: remembering } };
}

const learning: typeof fromMemory = (request, context) => {
  asked = context ?? null;
  return fromMemory(request, context);
};

export default {
  async fetch(request, bindings, execution) {
    if (!request.headers.has("x-static-data")) return serve(request, bindings, execution, remix);
    if (!asked) return serve(request, bindings, execution, learning);
    return fromMemory(request, asked);
  },
  scheduled: (_event, bindings, execution) => tend(bindings, execution),
} satisfies ExportedHandler<Bindings>;
