import { serveBuilt } from "../../dev/serve-built.mjs";

/**
 * Serves the built app from a folder until it is killed, or left alone by the process that started it. That one may
 * ask D1 meanwhile, which no page of the app shows as it is.
 *
 * @typedef {{ port: number, folder: string, vars: Record<string, string> }} Place
 */
const { port, folder, vars } = /** @type {Place} */ (JSON.parse(process.argv[2] ?? "{}"));
const app = await serveBuilt({ port, persist: folder, vars });

process.on("message", async (query) => {
  const { results } = await app.database.prepare(String(query)).all();
  process.send?.(results);
});
process.once("disconnect", () => process.exit());
process.send?.("serving");
