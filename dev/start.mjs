import { runCommand } from "./command.mjs";
import { installIfStale } from "./install.mjs";

await runCommand(
  async () => {
    await installIfStale();
    // Only now: the rest needs the packages.
    const { startDevelopment } = await import("./development.mjs");
    await startDevelopment();
  },
  { exitCodeWhenStopped: 0 },
);
