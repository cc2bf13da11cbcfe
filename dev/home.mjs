import { accessSync, constants, mkdtempSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** Gives the programs we start a home they can write to: without one Chromium does not start, and wrangler complains. */
export function ensureHome() {
  try {
    accessSync(homedir(), constants.W_OK);
  } catch {
    process.env.HOME = mkdtempSync(join(tmpdir(), "topup-home-"));
  }
}
