import { SECOND_MS } from "../time";
import type { RejectionCause } from "./rejection";

const PAUSE_MS = 10 * SECOND_MS;

/**
 * Counts rejected deliveries between two writes. Anyone can send them, so a cause is written at once and then at
 * most every ten seconds; what a flood leaves uncounted at its end is forgotten with this object.
 */
export class RejectionTally {
  readonly #causes = new Map<RejectionCause, { waiting: number; writtenAt: number }>();

  /** How many deliveries are to be written now, this one among them; 0 when it is too early. */
  add(cause: RejectionCause, now: number): number {
    const { waiting, writtenAt } = this.#causes.get(cause) ?? { waiting: 0, writtenAt: -PAUSE_MS };
    const isDue = now - writtenAt >= PAUSE_MS;
    this.#causes.set(cause, isDue ? { waiting: 0, writtenAt: now } : { waiting: waiting + 1, writtenAt });
    return isDue ? waiting + 1 : 0;
  }
}
