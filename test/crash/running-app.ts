import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "../../dev/child.mjs";
import type { Market } from "../attack/market";
import { SERVE } from "../attack/places.mjs";

const GONE_WITHIN_MS = 10_000;

/** The app in a process group of its own: this Node, and the workerd that it has started. */
export class RunningApp {
  #isDying = false;

  private constructor(readonly process: ReturnType<typeof startChild>) {}

  static async start({ ports, folder, scratch, chosen }: Market): Promise<RunningApp> {
    const place = JSON.stringify({ port: ports.PORT, folder, vars: chosen });
    const child = startChild(process.execPath, [SERVE, place], {
      isAsked: true,
      env: { ...process.env, TMPDIR: scratch },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
      });
    }
    const ended = once(child, "exit").then(() => {
      throw new Error(`The app did not start:\n${said}`);
    });
    await Promise.race([once(child, "message"), ended]);
    // From here on its end is what is wanted.
    ended.catch(() => {});
    return new RunningApp(child);
  }

  /** True from the moment at which it was decided to kill it: what is not answered now may never be. */
  get isDying(): boolean {
    return this.#isDying;
  }

  /** As a power cut would: nothing in the group gets to finish anything. Resolves when nothing of it is left. */
  async kill({ pauseFirst_ms = 0 } = {}): Promise<void> {
    this.#isDying = true;
    if (pauseFirst_ms > 0) {
      this.#signal("SIGSTOP");
      await sleep(pauseFirst_ms);
    }
    this.#signal("SIGKILL");
    for (let waited_ms = 0; this.#signal(0); waited_ms += 10) {
      if (waited_ms > GONE_WITHIN_MS) throw new Error(`Processes of group ${this.process.pid} are left`);
      await sleep(10);
    }
  }

  /** Asks D1. */
  async query(sql: string): Promise<Record<string, unknown>[]> {
    this.process.send(sql);
    const [rows] = await once(this.process, "message");
    return rows as Record<string, unknown>[];
  }

  /** False when there is nobody left to hear it. */
  #signal(name: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(-(this.process.pid ?? 0), name);
    } catch {
      return false;
    }
  }
}
