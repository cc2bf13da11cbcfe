import { Log, LogLevel, Miniflare } from "miniflare";
import { freePort } from "../../dev/ports.mjs";
import { compatibilityDate } from "../../dev/wrangler-config.mjs";
import { bundleWorker } from "../bundle.mjs";
import { newEventId, readEvent } from "../deliveries.mjs";
import { withItsProcess } from "./system.mjs";

const SECRET = "whsec_verify_only";

/**
 * A Worker that verifies and keeps nothing: what is left of a delivery when the product is taken away. It is run as
 * Topup is, and gets the same event.
 */
export async function startVerifyOnly() {
  const port = await freePort();
  const { started: miniflare, processes } = await withItsProcess(async () => {
    const miniflare = new Miniflare({
      log: new Log(LogLevel.WARN),
      cf: false,
      modules: [
        { type: "ESModule", path: "verify-only.js", contents: await bundleWorker("verify-only-worker.ts") },
      ],
      compatibilityDate,
      bindings: { SECRET },
      unsafeDirectSockets: [{ host: "127.0.0.1", port }],
    });
    await miniflare.ready;
    return miniflare;
  });
  const event = readEvent("checkout-session-completed");

  return {
    name: "verify only",
    endpoint: { port, host: `localhost:${port}`, path: "/", secret: SECRET },
    processes,
    /** @param {number[]} customers */
    sell: async (customers) => customers.map(() => JSON.stringify({ ...event, id: newEventId() }, null, 2)),
    credits: null,
    stop: () => miniflare.dispose(),
  };
}
