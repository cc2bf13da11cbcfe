import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SECRET_KEY } from "./run-stand-in";

/** Stripe's official CLI where npm could install it for this platform, or why it cannot be used. */
export function findCli(): { binary: string } | { missing: string } {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@stripe/cli-${process.platform}-${process.arch}/package.json`,
    );
    const binary = join(manifest, "..", "bin", "stripe");
    const tried = spawnSync(binary, ["--version"], { env: quietEnvironment(), timeout: 20_000 });
    return tried.status === 0 ? { binary } : { missing: "its binary does not run here" };
  } catch {
    return { missing: `there is none for ${process.platform}-${process.arch}` };
  }
}

/** Runs one trigger, which is a script of ordinary API calls, against the stand-in. */
export function trigger(
  binary: string,
  origin: string,
  event: string,
  more: string[] = [],
): Promise<{ ok: boolean; output: string }> {
  const options = ["--api-base", origin, "--api-key", SECRET_KEY, "--color", "off", ...more];
  return new Promise((resolve) => {
    execFile(
      binary,
      ["trigger", event, ...options],
      { env: quietEnvironment(), timeout: 30_000 },
      (error, stdout, stderr) => resolve({ ok: error === null, output: stdout + stderr }),
    );
  });
}

/** Its own home, so that nobody's login or configuration plays a part. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const home = mkdtempSync(join(tmpdir(), "stripe-cli-"));
  return { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: "1" };
}
