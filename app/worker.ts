import * as build from "virtual:remix/server-build";
import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import type { Bindings } from "./context.server";
import type * as Entry from "./entry.server";

const remix = createRequestHandler(build as unknown as ServerBuild, import.meta.env?.MODE);

// Everything is taken from Remix's build and nothing imported beside it: the deployed Worker would hold two copies
// of each module then, and an error of the one would not be an instance of the other's class.
const { serve, tend, Wallet } = build.entry.module as unknown as typeof Entry;

export { Wallet };

export default {
  fetch: (request, bindings, execution) => serve(request, bindings, execution, remix),
  scheduled: (_event, bindings, execution) => tend(bindings, execution),
} satisfies ExportedHandler<Bindings>;
