import type { Visit } from "./visit.server";

/** Says in which language a portal has answered, and what else it might have answered by. */
export function inLanguage(response: Response, visit: Visit): Response {
  if (visit.site === "platform") return response;
  const headers = new Headers(response.headers);
  headers.set("content-language", visit.wording.language);
  headers.append("vary", "Accept-Language, Cookie");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
