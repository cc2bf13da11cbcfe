import { runCommand } from "./command.mjs";
import { installIfStale } from "./install.mjs";
import { runSteps } from "./run-steps.mjs";
import { stepsFor } from "./steps.mjs";

await runCommand(
  async () => {
    const [name, ...givenArguments] = process.argv.slice(2);
    const steps = stepsFor(name);
    await installIfStale();

    const { passed, failed, skipped } = await runSteps(steps, givenArguments);
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exitCode = failed === 0 ? 0 : 1;
  },
  { exitCodeWhenStopped: 130 },
);
