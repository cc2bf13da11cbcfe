import type { Event } from "./object-types";

export type DeliveryState = "pending" | "held" | "delivered" | "dropped" | "failed";

// Aliases and not interfaces: a row of the storage must be a record.
export type Delivery = {
  sequence: number;
  event: string;
  endpoint: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  next_attempt_ms: number | null;
};

export type AttemptOutcome = {
  at_ms: number;
  duration_ms: number;
  /** Null where no answer came. */
  status: number | null;
  note: string;
};

export type Attempt = AttemptOutcome & { event: string; endpoint: string };

/** Owns which event still has to reach which endpoint, and every attempt that was made. */
export class DeliveryLog {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(event: Event, endpoint: string): void {
    // The time of the first attempt lies a little ahead: the courier leaves at once, and the alarm
    // steps in only if the process stopped before that.
    this.#sql.exec(
      "INSERT INTO deliveries (event, endpoint, type, state, next_attempt_ms) VALUES (?, ?, ?, 'pending', ?)",
      event.id,
      endpoint,
      event.type,
      Date.now() + 2_000,
    );
  }

  ofEvents(events: string[]): Delivery[] {
    return events.flatMap((event) => this.ofEvent(event));
  }

  ofEvent(event: string): Delivery[] {
    return [...this.#sql.exec<Delivery>("SELECT * FROM deliveries WHERE event = ? ORDER BY sequence", event)];
  }

  due(now_ms: number): Delivery[] {
    const due = "SELECT * FROM deliveries WHERE state = 'pending' AND next_attempt_ms <= ? ORDER BY sequence";
    return [...this.#sql.exec<Delivery>(due, now_ms)];
  }

  undelivered(): Delivery[] {
    const waiting = "SELECT * FROM deliveries WHERE state IN ('pending', 'held', 'failed') ORDER BY sequence";
    return [...this.#sql.exec<Delivery>(waiting)];
  }

  nextAttempt_ms(): number | null {
    const next = "SELECT min(next_attempt_ms) AS at_ms FROM deliveries WHERE state = 'pending'";
    return this.#sql.exec<{ at_ms: number | null }>(next).one().at_ms;
  }

  /** Keeps others off the delivery while one attempt is under way. */
  lease(delivery: Delivery, until_ms: number): void {
    this.#sql.exec(
      "UPDATE deliveries SET next_attempt_ms = ? WHERE sequence = ?",
      until_ms,
      delivery.sequence,
    );
  }

  mark(delivery: Delivery, state: DeliveryState, next_attempt_ms: number | null): void {
    // A late failure of one of two parallel attempts does not undo the success of the other.
    this.#sql.exec(
      "UPDATE deliveries SET state = ?, next_attempt_ms = ? WHERE sequence = ? AND (state <> 'delivered' OR ? = 'delivered')",
      state,
      next_attempt_ms,
      delivery.sequence,
      state,
    );
  }

  record(delivery: Delivery, outcome: AttemptOutcome): Attempt {
    this.#sql.exec("UPDATE deliveries SET attempts = attempts + 1 WHERE sequence = ?", delivery.sequence);
    this.#sql.exec(
      "INSERT INTO attempts (event, endpoint, at_ms, duration_ms, status, note) VALUES (?, ?, ?, ?, ?, ?)",
      delivery.event,
      delivery.endpoint,
      outcome.at_ms,
      outcome.duration_ms,
      outcome.status,
      outcome.note,
    );
    return { event: delivery.event, endpoint: delivery.endpoint, ...outcome };
  }

  attemptsMade(delivery: Delivery): number {
    const made = "SELECT attempts FROM deliveries WHERE sequence = ?";
    const [row] = this.#sql.exec<{ attempts: number }>(made, delivery.sequence);
    // The row is gone when everything was reset while the attempt was under way.
    return row?.attempts ?? 0;
  }

  attemptsOf(event: string): Attempt[] {
    const made =
      "SELECT event, endpoint, at_ms, duration_ms, status, note FROM attempts WHERE event = ? ORDER BY sequence";
    return [...this.#sql.exec<Attempt>(made, event)];
  }
}
