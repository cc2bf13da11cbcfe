import { SECOND_MS } from "../../app/time";

const realNow = Date.now;
const realTimeout = setTimeout;

/** Longer than any pause between two tries, shorter than any deadline of ours. */
const LONGEST_PAUSE_MS = 9 * SECOND_MS;

/** The time of the simulated world. It passes when a seed says so, and Topup's own clock may be wrong. */
class SimulatedClock {
  #at = 0;
  #error_ms = 0;

  begin(): void {
    this.#at = realNow();
    this.#error_ms = 0;
  }

  pass(duration_ms: number): void {
    this.#at += duration_ms;
  }

  goWrongBy(error_ms: number): void {
    this.#error_ms = error_ms;
  }

  /** What Topup believes. */
  get shown(): number {
    return this.#at + this.#error_ms;
  }

  /** What everybody else knows. */
  get right(): number {
    return this.#at;
  }
}

export const clock = new SimulatedClock();

/** Puts the simulated time in the place of the real one for all code of this Worker. */
export function takeOverTime(): void {
  Date.now = () => clock.shown;
  scheduler.wait = async (duration_ms) => clock.pass(duration_ms);
  // A pause is over at once. A deadline never passes by itself: the network says when an answer did not come.
  globalThis.setTimeout = ((work: () => void, delay_ms = 0, ...rest: []) => {
    if (delay_ms > LONGEST_PAUSE_MS) return 0;
    clock.pass(delay_ms);
    return realTimeout(work, 0, ...rest);
  }) as unknown as typeof setTimeout;
}

const LONGER_THAN_A_CALL_MS = 5;

/** Lets whatever else is under way go first. */
export const letOthersGoFirst = () =>
  new Promise<void>((resolve) => realTimeout(resolve, LONGER_THAN_A_CALL_MS));
