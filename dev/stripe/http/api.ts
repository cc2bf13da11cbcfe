import { ROUTES } from "../api/routes";
import { API_VERSION } from "../api-version";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { ApiFault } from "../storage/fault-list";
import type { World } from "../world";
import { InvalidParameter, StripeError, unrecognizedUrl } from "./api-error";
import { authenticate, readParameters, readScope, readVersion } from "./call-reading";
import { expand } from "./expand";
import { admit } from "./idempotency";
import { Reply } from "./route";

export interface Answer {
  response: Response;
  /** The events that it caused, still to be delivered. */
  events: string[];
}

/** How long a request hangs under the fault "timeout", unless it says otherwise. */
const HANGS_FOR_MS = 30_000;

/** Answers one API request, as api.stripe.com would. */
export async function answerApi(world: World, request: Request): Promise<Answer> {
  const request_id = newId("req_", 14);
  try {
    return await execute(world, request, request_id);
  } catch (error) {
    const refusal = error instanceof StripeError ? error : brokenDown(500);
    if (refusal !== error) console.error(`The Stripe stand-in failed in ${request_id}`, error);
    return { response: errorResponse(refusal, request_id), events: [] };
  }
}

async function execute(world: World, request: Request, request_id: string): Promise<Answer> {
  const url = new URL(request.url);
  const key = authenticate(request);
  const route = ROUTES.find((one) => one.method === request.method && one.pattern.test(url.pathname));
  if (!route) throw unrecognizedUrl(request.method, url.pathname);
  const version = readVersion(request);
  const scope = readScope(world, request, key, request_id);
  const { params, expand: paths, text } = await readParameters(request, url);
  const id = decodeURIComponent(route.pattern.exec(url.pathname)?.[1] ?? "");
  const work = route.prepare(params, { id, version });

  const fault = world.faults.takeForCall(url.pathname);
  if (fault?.action === "status") throw brokenDown(fault.status ?? 500);
  const idempotencyKey = request.method === "GET" ? null : request.headers.get("idempotency-key");
  if (idempotencyKey) {
    const admission = admit(scope, idempotencyKey, `${request.method} ${url.pathname} ${text}`, request_id);
    if (!admission.admitted) return { response: replayed(admission), events: [] };
  }
  if (fault?.action === "timeout") await hang(fault);
  const { status, body, events } = carryOut(scope, idempotencyKey, work, paths);
  if (fault?.action === "lost_reply") return { response: errorResponse(brokenDown(500), request_id), events };
  return { response: response(status, body, request_id), events };
}

/** Does the work and remembers its answer, in one transaction: a key without its work cannot exist. */
function carryOut(scope: Scope, key: string | null, work: (scope: Scope) => object, paths: string[]) {
  const { idempotencyKeys } = scope.world;
  try {
    const { result, events } = scope.world.change(() => {
      const outcome = work(scope);
      const status = outcome instanceof Reply ? outcome.status : 200;
      const body = JSON.stringify(
        outcome instanceof Reply ? outcome.body : expand(scope, outcome, paths),
        null,
        2,
      );
      if (key) idempotencyKeys.finish(scope.account, key, status, body);
      return { status, body };
    });
    return { ...result, events };
  } catch (error) {
    if (key && error instanceof StripeError && !(error instanceof InvalidParameter)) {
      idempotencyKeys.finish(
        scope.account,
        key,
        error.status,
        JSON.stringify({ error: error.body }, null, 2),
      );
    } else if (key) idempotencyKeys.forget(scope.account, key);
    throw error;
  }
}

function replayed(first: { status: number; body: string; request_id: string }): Response {
  const again = response(first.status, first.body, first.request_id);
  again.headers.set("idempotent-replayed", "true");
  return again;
}

function response(status: number, body: string, request_id: string): Response {
  return new Response(body, {
    status,
    headers: {
      "content-type": "application/json",
      "request-id": request_id,
      "stripe-version": API_VERSION,
      "cache-control": "no-store",
    },
  });
}

function errorResponse(error: StripeError, request_id: string): Response {
  return response(error.status, JSON.stringify({ error: error.body }, null, 2), request_id);
}

function brokenDown(status: 429 | 500 | 503): StripeError {
  if (status === 429) {
    return new StripeError(429, {
      type: "invalid_request_error",
      code: "rate_limit",
      message: "Request rate limit exceeded.",
    });
  }
  return new StripeError(status, {
    type: "api_error",
    message: "An unknown error occurred. If the problem persists please contact support.",
  });
}

const hang = (fault: ApiFault) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, fault.delay_ms ?? HANGS_FOR_MS);
  });
