export interface DeliveryFault {
  kind: "delivery";
  action: "drop" | "duplicate" | "delay" | "reorder" | "old_timestamp" | "bad_signature" | "hold";
  /** Only events of this type; any when absent. */
  type?: string;
  delay_ms?: number;
}

export interface ApiFault {
  kind: "api";
  action: "status" | "timeout" | "lost_reply";
  /** Only paths that begin like this; any when absent. */
  path?: string;
  status?: 429 | 500 | 503;
  delay_ms?: number;
}

export type Fault = DeliveryFault | ApiFault;

/** Owns what will go wrong next, and how often. */
export class FaultList {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(fault: Fault, times: number): void {
    this.#sql.exec("INSERT INTO faults (body, times_left) VALUES (?, ?)", JSON.stringify(fault), times);
  }

  clear(): void {
    this.#sql.exec("DELETE FROM faults");
  }

  all(): (Fault & { times_left: number })[] {
    return this.#rows().map(({ body, times_left }) => ({ ...(JSON.parse(body) as Fault), times_left }));
  }

  takeForDelivery(type: string): DeliveryFault | null {
    const fault = this.#take(
      (candidate) =>
        candidate.kind === "delivery" && (candidate.type === undefined || candidate.type === type),
    );
    return fault?.kind === "delivery" ? fault : null;
  }

  takeForCall(path: string): ApiFault | null {
    const fault = this.#take(
      (candidate) => candidate.kind === "api" && path.startsWith(candidate.path ?? ""),
    );
    return fault?.kind === "api" ? fault : null;
  }

  #take(isMeant: (fault: Fault) => boolean): Fault | null {
    const row = this.#rows().find(({ body }) => isMeant(JSON.parse(body) as Fault));
    if (!row) return null;
    this.#sql.exec("UPDATE faults SET times_left = times_left - 1 WHERE sequence = ?", row.sequence);
    this.#sql.exec("DELETE FROM faults WHERE times_left <= 0");
    return JSON.parse(row.body) as Fault;
  }

  #rows() {
    return [
      ...this.#sql.exec<{ sequence: number; body: string; times_left: number }>(
        "SELECT sequence, body, times_left FROM faults ORDER BY sequence",
      ),
    ];
  }
}
