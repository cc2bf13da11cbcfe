import { mix, Random } from "./random";

/** Everything that can go wrong, each at the call to which it happens. */
export const FAULTS = [
  "d1_refuses",
  "d1_answer_lost",
  "d1_slow",
  "wallet_slow",
  "wallet_reset_before",
  "wallet_reset_within",
  "wallet_reset_after",
  "alarm_cut_off",
  "stripe_429",
  "stripe_500",
  "stripe_timeout",
  "stripe_answer_lost",
  "email_down",
  "email_timeout",
  "email_answer_lost",
  "event_dropped",
  "event_duplicated",
  "event_reordered",
  "event_delayed",
  "event_badly_signed",
  "clock_behind",
  "clock_ahead",
] as const;

export type Fault = (typeof FAULTS)[number];

interface Odds {
  isEnabled: number;
  fires: number;
}

const USUAL: Odds = { isEnabled: 0.25, fires: 0.25 };
/** A seed sends few messages. */
const OF_EMAIL: Odds = { isEnabled: 0.4, fires: 0.6 };

const oddsOf = (fault: Fault): Odds => (fault.startsWith("email_") ? OF_EMAIL : USUAL);

/**
 * A fault is enabled for a whole seed or not at all, and an enabled one fires now and then: a few kinds of trouble
 * often, in other combinations in each seed, find more than all kinds everywhere.
 */
export class Faults {
  fired = noneFired();
  /** Whether anything went wrong in this step. */
  hasStruck = false;
  readonly #streams = new Map<Fault, Random>();
  #seed = 0;
  #enabled = new Set<Fault>();

  forgetCounts(): void {
    this.fired = noneFired();
  }

  begin(seed: number): void {
    this.#seed = seed;
    this.#enabled = new Set(
      FAULTS.filter((fault, index) => new Random(mix(seed, index)).chance(oddsOf(fault).isEnabled)),
    );
    this.#streams.clear();
  }

  /** Each step has its own sequence for each fault, so that calls which overlap do not shift the steps after. */
  beginStep(step: number): void {
    this.hasStruck = false;
    FAULTS.forEach((fault, index) => {
      this.#streams.set(fault, new Random(mix(this.#seed, index, step)));
    });
  }

  end(): void {
    this.hasStruck = false;
    this.#streams.clear();
  }

  strikes(fault: Fault): boolean {
    const stream = this.#streams.get(fault);
    if (!stream || !this.#enabled.has(fault) || !stream.chance(oddsOf(fault).fires)) return false;
    this.fired[fault] += 1;
    this.hasStruck = true;
    return true;
  }
}

const noneFired = () => Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>;

/** One seed runs at a time in a Worker, and whatever wraps a binding must know which faults it runs with. */
export const faults = new Faults();
