import type { Settings } from "./storage/settings";

/** Stripe's time. It can be moved forward, so that a session expires without waiting a day. */
export class Clock {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  now_s(): number {
    return Math.floor(Date.now() / 1000) + this.#offset_s();
  }

  advance(seconds: number): void {
    this.#settings.write("clock_offset_s", String(this.#offset_s() + seconds));
  }

  /** The real time at which the clock will show `at_s`: alarms know only real time. */
  real_ms(at_s: number): number {
    return (at_s - this.#offset_s()) * 1000;
  }

  #offset_s(): number {
    return Number(this.#settings.read("clock_offset_s") ?? "0");
  }
}
