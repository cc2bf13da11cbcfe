import { clock, letOthersGoFirst } from "./clock";
import { faults } from "./faults";

const SLOW_MS = 15_000;
const ANSWERING = new Set(["run", "all", "first", "raw"]);

/** What D1 throws when the connection to it is gone. */
export class DatabaseFault extends Error {
  constructor(when: string) {
    super(`D1_ERROR: Network connection lost. (simulated, ${when})`);
  }
}

const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

/** D1 that may be slow, refuse, or do the work and lose the answer. */
export const faultyDatabase = (database: D1Database): D1Database =>
  new Proxy(database, {
    get(target, name) {
      if (name === "prepare") return (sql: string) => faultyStatement(target.prepare(sql));
      if (name === "batch")
        return (batch: D1PreparedStatement[]) => call(() => target.batch(batch.map(original)));
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });

function faultyStatement(statement: D1PreparedStatement): D1PreparedStatement {
  const faulty = new Proxy(statement, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      if (name === "bind") return (...values: unknown[]) => faultyStatement(target.bind(...values));
      const ask = (...args: unknown[]) => member.apply(target, args);
      return ANSWERING.has(String(name)) ? (...args: unknown[]) => call(() => ask(...args)) : ask;
    },
  });
  originals.set(faulty, statement);
  return faulty;
}

const original = (statement: D1PreparedStatement) => originals.get(statement) ?? statement;

async function call<T>(work: () => Promise<T>): Promise<T> {
  if (faults.strikes("d1_slow")) {
    clock.pass(SLOW_MS);
    await letOthersGoFirst();
  }
  if (faults.strikes("d1_refuses")) throw new DatabaseFault("nothing was written");
  const answer = await work();
  if (faults.strikes("d1_answer_lost")) throw new DatabaseFault("it was written");
  return answer;
}
