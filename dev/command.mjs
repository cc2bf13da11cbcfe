import { onStop, stopChildren } from "./child.mjs";
import { ensureHome } from "./home.mjs";
import { Mistake } from "./mistake.mjs";

/**
 * Runs a command of the project and leaves nothing behind: its children end with it, however it ends.
 *
 * @param {() => Promise<void>} command
 * @param {{ exitCodeWhenStopped: number }} options what Ctrl-C means: an end as good as any, or a job cut short
 */
export async function runCommand(command, { exitCodeWhenStopped }) {
  ensureHome();
  let isStopping = false;
  onStop(() => {
    isStopping = true;
    end(exitCodeWhenStopped);
  });
  try {
    await command();
  } catch (error) {
    if (isStopping) return;
    // A mistake needs its sentence; anything else is a bug, and then the trace is what helps.
    console.error(error instanceof Mistake ? `\n${error.message}\n` : error);
    await end(1);
  }
}

/** @param {number} exitCode */
async function end(exitCode) {
  await stopChildren();
  process.exit(exitCode);
}
