import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ask } from "./ask.mjs";
import { startChild } from "./child.mjs";
import { colourEnvironment } from "./colour.mjs";
import { Mistake } from "./mistake.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const REMIX = fileURLToPath(new URL("../node_modules/.bin/remix", import.meta.url));
const PATIENCE_MS = 120_000;
const ASK_AGAIN_MS = 200;

/**
 * Starts the app under Vite. What it says is kept back until `speak`, so that a good start is quiet and a bad one
 * can be told in full.
 *
 * @param {import("./settings.mjs").Settings} chosen
 */
export function startAppServer(chosen) {
  const child = startChild(REMIX, ["vite:dev"], {
    cwd: ROOT,
    env: { ...process.env, ...chosen, NODE_ENV: "development", ...colourEnvironment },
  });
  let hasEnded = false;
  const ended = new Promise((resolve) => child.once("error", resolve).once("close", resolve)).then(() => {
    hasEnded = true;
  });

  /** @type {string[]} */
  const keptBack = [];
  let speaking = false;
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => {
      if (isNoise(line)) return;
      if (speaking) console.log(line);
      else keptBack.push(line);
    });
  }

  return {
    ended,
    /** Resolves with the first answer of the app, whatever it is. */
    async untilAnswers() {
      const deadline_ms = Date.now() + PATIENCE_MS;
      while (!hasEnded && Date.now() < deadline_ms) {
        if (await ask(`http://${chosen.PLATFORM_HOST}/sign-in`, chosen.PORT).catch(() => null)) return;
        await sleep(ASK_AGAIN_MS);
      }
      throw new Mistake(`${keptBack.join("\n")}\n\nThe app did not start. What it said is above.`);
    },
    /** @param {{ fromTheStart: boolean }} options */
    speak({ fromTheStart }) {
      if (fromTheStart) console.log(keptBack.join("\n"));
      speaking = true;
    },
  };
}

/** @param {string} line */
const isNoise = (line) => NOISE.some((pattern) => pattern.test(line));

const NOISE = [
  // wrangler.toml also builds what is deployed; Vite has settings of its own for these two.
  /your worker config \(at .*ignored/,
  /^\s*- `(alias|minify)` which is replaced by/,
  // Where the visitor is, asked of the network at each start; a made-up place does as well.
  /Unable to fetch the `Request\.cf` object/,
  /ENOTFOUND workers\.cloudflare\.com/,
  /GetAddrInfoReqWrap\.onlookupall/,
  // A page was closed or loaded again.
  /WebSocket peer disconnected/,
];
