import { fileURLToPath } from "node:url";

// What is TypeScript is bundled before it runs and has lost its place; this file has not.
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** The Worker that reads the files of wallets. */
export const WALLET_READER = here("wallet-reader.mjs");
/** The program that serves the app until it is killed. */
export const SERVE = here("../crash/serve.mjs");
/** The accounts of the demo at the Stripe stand-in. */
export const DEMO_ACCOUNTS = here("../../dev/demo-accounts.json");
/** Where a body that broke something is kept. */
export const FINDINGS = here("../../build/findings/");
