import { parseEmail } from "./email";
import { answerError, answerFault } from "./errors";
import type { Inbox } from "./inbox";

const LONGEST_KEY = 256;

/** `POST /emails` as Resend answers it: 200 with an id, or an error that names what is wrong. */
export async function receiveEmail(request: Request, inbox: DurableObjectStub<Inbox>): Promise<Response> {
  const authorization = request.headers.get("authorization");
  if (!authorization) return answerError("missing_api_key", "Missing API key in the authorization header.");
  if (!/^Bearer re_\S+$/.test(authorization)) return answerError("invalid_api_key", "API key is invalid.");

  const key = request.headers.get("idempotency-key");
  if (key !== null && (key === "" || key.length > LONGEST_KEY)) {
    return answerError("invalid_idempotency_key", "The key must be between 1-256 chars.");
  }

  const parsed = parseEmail(await readJson(request));
  if ("error" in parsed) return answerError(parsed.error, parsed.message);

  const acceptance = await inbox.accept(parsed.email, key);
  switch (acceptance.outcome) {
    case "accepted":
      return Response.json({ id: acceptance.id });
    case "key_reused":
      return answerError(
        "invalid_idempotent_request",
        "Same idempotency key used with a different request payload.",
      );
    case "planned_fault":
      return answerFault(acceptance.status);
  }
}

const readJson = (request: Request): Promise<unknown> => request.json().catch(() => null);
