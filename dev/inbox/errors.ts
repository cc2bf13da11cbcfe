const STATUS = {
  invalid_idempotency_key: 400,
  missing_api_key: 401,
  invalid_api_key: 403,
  not_found: 404,
  invalid_idempotent_request: 409,
  missing_required_field: 422,
  validation_error: 422,
} as const;

export type ErrorName = keyof typeof STATUS;

/** An error in the provider's shape; names and statuses are the provider's too. */
export const answerError = (name: ErrorName, message: string) => answer(STATUS[name], name, message);

/** The provider having a bad moment, as a test has asked for. */
export const answerFault = (status: number) =>
  answer(
    status,
    status === 429 ? "rate_limit_exceeded" : "application_error",
    "This failure was asked for by POST /api/faults.",
  );

const answer = (status: number, name: string, message: string) =>
  Response.json({ statusCode: status, name, message }, { status });
