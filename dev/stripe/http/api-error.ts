/** Stripe's error body. Thrown only while nothing has been changed, so that it can roll everything back. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

export interface ErrorBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error" | "rate_limit_error";
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
}

/** Refused before any work was done: Stripe then remembers no answer for the Idempotency-Key. */
export class InvalidParameter extends StripeError {}

const invalid = (message: string, code: string, param: string) =>
  new InvalidParameter(400, { type: "invalid_request_error", message, code, param });

export const parameterUnknown = (param: string) =>
  invalid(`Received unknown parameter: ${param}`, "parameter_unknown", param);

export const parameterMissing = (param: string) =>
  invalid(`Missing required param: ${param}.`, "parameter_missing", param);

export const parameterInvalid = (param: string, message: string, code = "parameter_invalid") =>
  invalid(message, code, param);

/** Well-formed, and still not possible as things are. */
export function refused(message: string, details: { code?: string; param?: string } = {}): StripeError {
  return new StripeError(400, { type: "invalid_request_error", message, ...details });
}

export const resourceMissing = (kind: string, id: string, param = "id") =>
  new StripeError(404, {
    type: "invalid_request_error",
    message: `No such ${kind}: '${id}'`,
    code: "resource_missing",
    param,
  });

export const unrecognizedUrl = (method: string, path: string) =>
  new StripeError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });

export const accountInvalid = (key: string, account: string) =>
  new StripeError(403, {
    type: "invalid_request_error",
    message: `The provided key '${key.slice(0, 8)}****' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    code: "account_invalid",
  });
