import type { Language } from "../i18n/language";
import type { Visit } from "./visit.server";

/** Says in which language a portal has answered, and what else it might have answered by. */
export function inLanguage(response: Response, visit: Visit): Response {
  if (visit.site === "platform") return response;
  const headers = new Headers(response.headers);
  sayLanguage(headers, visit.wording.language);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

export function sayLanguage(headers: Headers, language: Language): void {
  headers.set("content-language", language);
  headers.append("vary", "Accept-Language, Cookie");
}
