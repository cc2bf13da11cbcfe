import type { Scope } from "../scope";
import { StripeError } from "./api-error";

export type Admission =
  | { admitted: true }
  | { admitted: false; status: number; body: string; request_id: string };

/** Stripe forgets a key when it is a day old, and takes it for a new one then. */
const KEPT_S = 24 * 60 * 60;

/** Lets the first request with a key through and gives later ones its answer; anything else is refused. */
export function admit(scope: Scope, key: string, request: string, request_id: string): Admission {
  if (key.length > 255) throw idempotencyError(400, "Idempotency keys can be at most 255 characters.");
  const { idempotencyKeys } = scope.world;
  idempotencyKeys.forgetBefore(scope.now_s - KEPT_S);
  const known = idempotencyKeys.find(scope.account, key);
  if (!known) {
    idempotencyKeys.begin(scope.account, key, request, request_id, scope.now_s);
    return { admitted: true };
  }
  if (known.request !== request) throw idempotencyError(400, otherParameters(key));
  if (known.status === null) throw idempotencyError(409, inProgress(key), "idempotency_key_in_use");
  return { admitted: false, status: known.status, body: known.body ?? "", request_id: known.request_id };
}

function idempotencyError(status: number, message: string, code?: string) {
  return new StripeError(status, { type: "idempotency_error", message, ...(code ? { code } : {}) });
}

const otherParameters = (key: string) =>
  `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;

const inProgress = (key: string) =>
  `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
