import type { Scope } from "../scope";
import type { Value } from "./form";
import type { Reader } from "./parameters";

export type Method = "GET" | "POST" | "DELETE";

/** An answer that is not 200. Unlike an error that is thrown, it keeps what was changed: a declined card leaves a charge. */
export class Reply {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: object) {
    this.status = status;
    this.body = body;
  }
}

export interface Call {
  id: string;
  version: string | null;
}

export interface Route {
  method: Method;
  pattern: RegExp;
  /** Reads the parameters and answers with work that may then be done under an Idempotency-Key. */
  prepare(params: Value, call: Call): (scope: Scope) => object;
}

/** Handlers are synchronous on purpose: all that one request changes is one transaction. */
export function route<T>(
  method: Method,
  path: string,
  reader: Reader<T>,
  handle: (scope: Scope, params: T, call: Call) => object,
): Route {
  return {
    method,
    pattern: new RegExp(`^${path.replace(":id", "([^/]+)")}$`),
    prepare(params, call) {
      const read = reader(params, "");
      return (scope) => handle(scope, read, call);
    },
  };
}
