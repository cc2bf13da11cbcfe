import { DAY_MS } from "../../app/time";
import type { WalletBindings } from "../../app/wallet/outbox.server";
import { Wallet } from "../../app/wallet/wallet.server";
import { faults } from "./faults";
import { faultyDatabase } from "./faulty-database";
import type { WalletContents } from "./wallet-contents";

/** So far ahead that the runtime never rings by itself; what is left of the time is when it was to ring. */
const OUT_OF_REACH_MS = 36_500 * DAY_MS;

/** The wallet itself, with D1 as faulty as the seed has it, and an alarm that rings when the seed says so. */
export class SimulatedWallet extends Wallet {
  #wasSetAgain = false;

  constructor(state: DurableObjectState, bindings: WalletBindings) {
    super(state, { ...bindings, DB: faultyDatabase(bindings.DB) });
    const setAlarm = state.storage.setAlarm.bind(state.storage);
    // Still the runtime's alarm, which a transaction that is rolled back takes back with it.
    state.storage.setAlarm = (at) => {
      this.#wasSetAgain = true;
      return setAlarm(Number(at) + OUT_OF_REACH_MS);
    };
  }

  /**
   * Runs the alarm if it is due, and says whether one is set after that. An alarm that throws is forgotten, as
   * the runtime does after a few tries.
   */
  async ring(): Promise<boolean> {
    const { storage } = this.ctx;
    const alarmAt = await storage.getAlarm();
    if (alarmAt === null || alarmAt - OUT_OF_REACH_MS > Date.now()) return alarmAt !== null;
    this.#wasSetAgain = false;
    try {
      await this.alarm();
    } finally {
      if (faults.strikes("alarm_cut_off")) this.ctx.abort("cut off in its alarm");
      if (!this.#wasSetAgain) await storage.deleteAlarm();
    }
    return this.#wasSetAgain;
  }

  reset(): void {
    this.ctx.abort("reset by the simulation");
  }

  /** Does the work and stops before it could be answered, or even be known to be on disk. */
  workAndReset(method: string, args: unknown[]): unknown {
    const answer = (this as unknown as Record<string, (...args: unknown[]) => unknown>)[method]!(...args);
    this.ctx.abort("reset within its work");
    return answer;
  }

  async contents(): Promise<WalletContents> {
    const { sql } = this.ctx.storage;
    const isOpen = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'entries'").toArray().length > 0;
    const rows = (query: string) => (isOpen ? sql.exec(query).toArray() : []) as never[];
    return {
      owner: rows("SELECT partner_id, customer_id FROM owner")[0] ?? null,
      purchases: rows("SELECT * FROM purchases ORDER BY purchase_id"),
      attempts: rows("SELECT * FROM payment_attempts ORDER BY attempt_id"),
      entries: rows("SELECT * FROM entries ORDER BY seq"),
      outbox: rows("SELECT * FROM outbox ORDER BY position"),
      balanceMicros: this.summary(1).balanceMicros,
      cases: this.copy()?.cases ?? [],
      broken: this.verify(),
      hasAlarm: (await this.ctx.storage.getAlarm()) !== null,
    };
  }
}
