import { parseArgs } from "node:util";
import { runCommand } from "../dev/command.mjs";
import { Mistake } from "../dev/mistake.mjs";
import { benchPortal } from "./portal.mjs";
import { benchWebhook } from "./webhook.mjs";

const BENCHES = { webhook: benchWebhook, portal: benchPortal };
const USAGE = `Run: npm run bench -- ${Object.keys(BENCHES).join("|")} [--rounds 7] [--quick]`;

await runCommand(
  async () => {
    const { what, rounds, quick } = wishes();
    const bench = Object.entries(BENCHES).find(([name]) => name === what)?.[1];
    if (!bench) throw new Mistake(USAGE);
    await bench({ rounds, quick });
    process.exit();
  },
  { exitCodeWhenStopped: 130 },
);

function wishes() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { rounds: { type: "string" }, quick: { type: "boolean", default: false } },
    });
    const rounds = Number(values.rounds ?? (values.quick ? 1 : 7));
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds must be a whole number above 0.");
    return { what: positionals[0], rounds, quick: values.quick };
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
