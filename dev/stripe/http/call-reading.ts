import { linkedAccount } from "../accounts/change-account";
import { API_VERSION } from "../api-version";
import { PLATFORM } from "../platform";
import { Scope } from "../scope";
import type { World } from "../world";
import { parameterInvalid, StripeError } from "./api-error";
import { decodeForm, type Value } from "./form";

/** The secret key of a request, or Stripe's refusal. Any test key of a plausible length will do. */
export function authenticate(request: Request): string {
  const key = keyOf(request.headers.get("authorization") ?? "");
  if (/^(sk|rk)_test_\w*$/.test(key) && key.length >= 12) return key;
  const message =
    key === ""
      ? "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
      : `Invalid API Key provided: ${key.slice(0, 8)}****`;
  throw new StripeError(401, { type: "invalid_request_error", message });
}

function keyOf(authorization: string): string {
  const [scheme = "", credentials = ""] = authorization.split(" ");
  if (/^bearer$/i.test(scheme)) return credentials;
  if (!/^basic$/i.test(scheme)) return "";
  try {
    return atob(credentials).split(":")[0] ?? "";
  } catch {
    return "";
  }
}

export function readVersion(request: Request): string | null {
  const version = request.headers.get("stripe-version");
  if (version === null || /^20\d\d-\d\d-\d\d(\.[a-z]+)?$/.test(version)) return version;
  throw new StripeError(400, {
    type: "invalid_request_error",
    message: `Invalid Stripe API version: ${version}. The newest version is ${API_VERSION}.`,
  });
}

/** The account that the call acts in: the platform's own, or the one that its headers name. */
export function readScope(world: World, request: Request, key: string, request_id: string): Scope {
  const cause = { id: request_id, idempotency_key: request.headers.get("idempotency-key") };
  const platform = new Scope(world, PLATFORM, cause);
  const account = request.headers.get("stripe-account") ?? request.headers.get("stripe-context");
  if (!account || account === PLATFORM) return platform;
  return platform.on(linkedAccount(platform, account, key).body.id);
}

/** v1 is form-encoded, v2 is JSON, and a query belongs to both. `expand` is read apart: every call has it. */
export async function readParameters(
  request: Request,
  url: URL,
): Promise<{ params: Value; expand: string[]; text: string }> {
  const body = request.method === "GET" ? "" : new TextDecoder().decode(await request.arrayBuffer());
  const isJson = (request.headers.get("content-type") ?? "").startsWith("application/json");
  const text = [url.search.slice(1), isJson ? "" : body].filter(Boolean).join("&");
  const decoded = decodeForm(text);
  const params = { ...asRecord(decoded), ...(isJson ? parseJson(body) : {}) };
  const { expand = [], ...rest } = params;
  const paths = (Array.isArray(expand) ? expand : Object.values(asRecord(expand))).map(String);
  return { params: rest, expand: paths, text: text + (isJson ? body : "") };
}

const asRecord = (value: Value): Record<string, Value> =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};

function parseJson(body: string): Record<string, Value> {
  if (body === "") return {};
  try {
    return asRecord(JSON.parse(body) as Value);
  } catch {
    throw parameterInvalid("", "The request body could not be parsed as JSON.");
  }
}
